//! Files as streams of bytes, unpacked: gzip, zstd, zip.

use std::fs::File;
use std::io::{BufRead, BufReader, Cursor, Read, Seek};

use flate2::bufread::MultiGzDecoder;

/// A file inside a file, or the file itself.
pub struct Entry {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Box<dyn Read + Send>,
}

/// The files that a path holds: one, unless it is an archive. `-` is standard input.
///
/// # Errors
/// When it cannot be opened or is a damaged archive; the message names it.
pub fn open(path: &str) -> anyhow::Result<Vec<Entry>> {
    let failed = |e: &dyn std::fmt::Display| {
        anyhow::anyhow!("`{path}` could not be read: {e}\nhint: check the path, and get the file again if it is damaged")
    };
    if path == "-" {
        return stream(path, BufReader::new(Box::new(std::io::stdin())), &failed);
    }
    let mut file = File::open(path).map_err(|e| failed(&e))?;
    let mut head = [0; 4];
    let read = file.read(&mut head).map_err(|e| failed(&e))?;
    file.rewind().map_err(|e| failed(&e))?;
    if head[..read] == *b"PK\x03\x04" {
        return zipped(path, &failed);
    }
    stream(path, BufReader::new(Box::new(file)), &failed)
}

type Failed<'f> = &'f dyn Fn(&dyn std::fmt::Display) -> anyhow::Error;

fn zipped(path: &str, failed: Failed<'_>) -> anyhow::Result<Vec<Entry>> {
    let archive =
        |()| File::open(path).map_err(|e| failed(&e)).and_then(|f| zip::ZipArchive::new(BufReader::new(f)).map_err(|e| failed(&e)));
    let count = archive(())?.len();
    let mut out = Vec::new();
    for at in 0..count {
        let mut archive = archive(())?;
        let mut entry = archive.by_index(at).map_err(|e| failed(&e))?;
        if entry.is_file() {
            let name = format!("{path}/{}", entry.name());
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).map_err(|e| failed(&e))?;
            out.push(Entry { name, bytes: Box::new(Cursor::new(bytes)) });
        }
    }
    Ok(out)
}

fn stream(path: &str, mut bytes: BufReader<Box<dyn Read + Send>>, failed: Failed<'_>) -> anyhow::Result<Vec<Entry>> {
    let head = bytes.fill_buf().map_err(|e| failed(&e))?;
    let unpacked: Box<dyn Read + Send> = match head {
        [0x1f, 0x8b, ..] => Box::new(MultiGzDecoder::new(bytes)),
        [0x28, 0xb5, 0x2f, 0xfd, ..] => Box::new(zstd::stream::read::Decoder::with_buffer(bytes).map_err(|e| failed(&e))?),
        _ => Box::new(bytes),
    };
    Ok(vec![Entry { name: path.to_string(), bytes: unpacked }])
}
