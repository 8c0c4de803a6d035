//! The embedded weights, opened once.

use wirecopy_quote::QuoteModel;

/// Weights for quotations; `None` without the feature `models`, or if the embedded bytes were damaged.
#[cfg(feature = "models")]
pub(crate) fn quotes() -> Option<&'static QuoteModel> {
    use std::sync::OnceLock;
    static OPENED: OnceLock<Option<QuoteModel>> = OnceLock::new();
    let open = || QuoteModel::from_static(wirecopy_model_data::quotes()).ok();
    OPENED.get_or_init(open).as_ref()
}

#[cfg(not(feature = "models"))]
pub(crate) const fn quotes() -> Option<&'static QuoteModel> {
    None
}
