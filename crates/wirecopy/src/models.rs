//! The embedded weights, opened once. `None` without the feature `models`, or if the bytes were damaged.

use wirecopy_entity::EntityModel;
use wirecopy_quote::QuoteModel;

/// Weights for quotations.
#[cfg(feature = "models")]
pub(crate) fn quotes() -> Option<&'static QuoteModel> {
    use std::sync::OnceLock;
    static OPENED: OnceLock<Option<QuoteModel>> = OnceLock::new();
    let open = || QuoteModel::from_static(wirecopy_model_data::quotes()).ok();
    OPENED.get_or_init(open).as_ref()
}

/// Weights for names.
#[cfg(feature = "models")]
pub(crate) fn entities() -> Option<&'static EntityModel> {
    use std::sync::OnceLock;
    static OPENED: OnceLock<Option<EntityModel>> = OnceLock::new();
    let open = || EntityModel::from_static(wirecopy_model_data::entities()).ok();
    OPENED.get_or_init(open).as_ref()
}

#[cfg(not(feature = "models"))]
pub(crate) const fn quotes() -> Option<&'static QuoteModel> {
    None
}

#[cfg(not(feature = "models"))]
pub(crate) const fn entities() -> Option<&'static EntityModel> {
    None
}
