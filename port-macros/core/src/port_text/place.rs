/// Where a text with ports stands, which decides how several are written in it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// A cell of a file: commas or semicolons.
    Cell,
    /// `port_set!`: commas.
    Set,
}

impl Place {
    /// What stands between ports that could be read as one number with a comma between.
    pub(super) fn separator(self) -> &'static str {
        match self {
            Place::Cell => ";",
            Place::Set => ", ",
        }
    }
}
