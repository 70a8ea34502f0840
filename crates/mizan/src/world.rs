//! What lies outside: the built-in model, files, standard input, the terminal.

use std::io::{IsTerminal, Read, Write};

use mizan_annotate::encoder::ModelFiles;

/// The model that is built into the program.
pub static MODEL: ModelFiles = ModelFiles {
    version: "mizan-e5s-1",
    vocabulary: include_bytes!("../../../models/vocabulary.bin"),
    embeddings: include_bytes!("../../../models/embeddings.q4"),
    trunk: include_bytes!("../../../models/trunk.onnx"),
    actors: include_bytes!("../../../models/actors.onnx"),
    focus: include_bytes!("../../../models/focus.onnx"),
    labels: include_str!("../../../models/labels.txt"),
};

/// The bytes of a file, or of standard input for `-`.
///
/// # Errors
/// When it cannot be opened or read; the message names it.
pub fn bytes(path: &str) -> anyhow::Result<Vec<u8>> {
    let mut out = Vec::new();
    if path == "-" {
        std::io::stdin().lock().read_to_end(&mut out).map_err(|e| anyhow::anyhow!("standard input could not be read: {e}"))?;
        return Ok(out);
    }
    let failed =
        |e: std::io::Error| anyhow::anyhow!("`{path}` could not be read: {e}\nhint: check the path; folders are not read by this verb");
    std::fs::File::open(path).and_then(|mut f| f.read_to_end(&mut out)).map_err(failed)?;
    Ok(out)
}

/// Write to standard output; a closed pipe (`| head`) is not an error.
///
/// # Errors
/// When the output cannot be written, a full disk for instance.
pub fn print(text: &str) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(e) if e.kind() == std::io::ErrorKind::BrokenPipe => std::process::exit(0),
        Err(e) => Err(anyhow::anyhow!("the output could not be written: {e}\nhint: check that the disk is not full")),
        Ok(()) => Ok(()),
    }
}

/// Whether standard output is a terminal that wants colour.
pub fn wants_colour() -> bool {
    std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none()
}

/// Columns of the terminal, or of `COLUMNS`; 100 when neither is known.
pub fn width() -> usize {
    let told = std::env::var("COLUMNS").ok().and_then(|c| c.parse().ok());
    told.or_else(|| terminal_size::terminal_size().map(|(w, _)| usize::from(w.0))).unwrap_or(100)
}
