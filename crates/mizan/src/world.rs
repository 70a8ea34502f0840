//! What lies outside: the built-in model, files, standard input, the terminal.

use std::io::{IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

use mizan_annotate::encoder::ModelFiles;

/// The model that is built into the program.
pub static MODEL: ModelFiles = ModelFiles {
    version: "mizan-e5s-6",
    vocabulary: include_bytes!("../../../models/vocabulary.bin"),
    embeddings: include_bytes!("../../../models/embeddings.q4"),
    lower: include_bytes!("../../../models/lower.onnx"),
    middle: include_bytes!("../../../models/middle.onnx"),
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
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).inspect_err(end_of_pipe).map_err(|e| unwritten(&e))
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

/// The folder of the store when none is given: `MIZAN_STORE`, else `mizan/store` in the user's data folder.
pub fn store_folder() -> Option<PathBuf> {
    let set = |name: &str| std::env::var_os(name).filter(|v| !v.is_empty()).map(PathBuf::from);
    let data = || set("XDG_DATA_HOME").or_else(|| set("HOME").map(|home| home.join(".local/share")));
    set("MIZAN_STORE").or_else(|| data().map(|d| d.join("mizan/store")))
}

/// A file to write to, or standard output.
///
/// # Errors
/// When the file cannot be made; the message names it.
pub fn output(path: Option<&Path>) -> anyhow::Result<Box<dyn Write + Send>> {
    let Some(path) = path else { return Ok(Box::new(std::io::BufWriter::new(Piped(std::io::stdout())))) };
    let file = std::fs::File::create(path).map_err(|e| {
        anyhow::anyhow!("`{}` could not be written: {e}\nhint: check the path and that the disk is not full", path.display())
    })?;
    Ok(Box::new(std::io::BufWriter::new(file)))
}

/// Write a text to a file, wholly.
///
/// # Errors
/// When it cannot be written; the message names it.
pub fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    let mut out = output(Some(path))?;
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(|e| unwritten(&e))
}

/// What is said of an output that could not be written.
pub fn unwritten(error: &std::io::Error) -> anyhow::Error {
    anyhow::anyhow!("the output could not be written: {error}\nhint: check that the disk is not full")
}

/// Standard output; when nobody reads it any more (`| head`), all is done.
struct Piped(std::io::Stdout);

impl Write for Piped {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.write(bytes).inspect_err(end_of_pipe)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.0.flush().inspect_err(end_of_pipe)
    }
}

fn end_of_pipe(error: &std::io::Error) {
    if error.kind() == std::io::ErrorKind::BrokenPipe {
        std::process::exit(0);
    }
}

/// Microseconds since 1970.
pub fn now() -> i64 {
    jiff::Timestamp::now().as_microsecond()
}

/// Where systems keep their fonts.
const FONTS: [&str; 7] = [
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/usr/share/texmf/fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
    "C:\\Windows\\Fonts",
    "/run/current-system/sw/share/X11/fonts",
];
/// No folder of fonts lies deeper.
const DEEP: usize = 6;

/// The files of fonts in the folder that `MIZAN_FONTS` names, or else in those of the system and the user.
pub fn fonts() -> Vec<PathBuf> {
    let set = |name: &str| std::env::var_os(name).filter(|v| !v.is_empty()).map(PathBuf::from);
    let mut folders: Vec<PathBuf> = set("MIZAN_FONTS").into_iter().collect();
    if folders.is_empty() {
        folders.extend(FONTS.map(PathBuf::from));
        folders.extend(set("HOME").into_iter().flat_map(|home| [".fonts", ".local/share/fonts", "Library/Fonts"].map(|f| home.join(f))));
    }
    let mut out = Vec::new();
    folders.iter().for_each(|folder| fonts_in(folder, DEEP, &mut out));
    out
}

fn fonts_in(folder: &Path, deep: usize, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let end = path.extension().map(|e| e.to_string_lossy().to_lowercase());
        match end.as_deref() {
            Some("ttf" | "otf" | "ttc") => out.push(path),
            _ if deep > 0 && entry.file_type().is_ok_and(|t| t.is_dir()) => fonts_in(&path, deep - 1, out),
            _ => {}
        }
    }
}
