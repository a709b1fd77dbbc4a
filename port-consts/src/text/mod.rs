//! Text without an allocator: short buffers, excerpts for errors, and the wrong forms that
//! people write. This module imports no other but [`Transport`](crate::Transport), whose
//! names wrong forms hold.

mod buffer;
mod case;
#[allow(dead_code, reason = "the errors that use it follow")]
mod excerpt;
#[allow(dead_code, reason = "the errors that use it follow")]
pub(crate) mod wrong_form;

pub(crate) use buffer::Text;
pub(crate) use case::same;
#[allow(unused_imports, reason = "the errors that use it follow")]
pub(crate) use excerpt::Excerpt;
