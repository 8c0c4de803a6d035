//! Embedded name lists for wirecopy-gazetteer, with their attributions.
