//! Word embeddings in the four-bit blocks of the base file.

use super::Error;

/// Size of a vector.
pub(crate) const HIDDEN: usize = 384;
const WEIGHTS: usize = 32;
/// Two bytes of half-precision scale, sixteen of weights: weight `j` in the low half of byte `j`, weight `j + 16` in its high half.
const BLOCK: usize = 18;
const ROW: usize = HIDDEN / WEIGHTS * BLOCK;

/// The table, as it lies in the file.
pub(crate) struct Embeddings(&'static [u8]);

impl Embeddings {
    pub(crate) fn load(file: &'static [u8], rows: usize) -> Result<Embeddings, Error> {
        if file.len() == rows * ROW { Ok(Embeddings(file)) } else { Err(Error::Damaged("embeddings.q4")) }
    }

    /// Append the vector of a piece to `out`.
    pub(crate) fn push(&self, id: u32, out: &mut Vec<f32>) {
        let from = id as usize * ROW;
        for block in self.0[from..from + ROW].chunks_exact(BLOCK) {
            let scale = half(u16::from_le_bytes([block[0], block[1]]));
            let weights = &block[2..];
            out.extend(weights.iter().map(|b| (f32::from(b & 15) - 8.0) * scale));
            out.extend(weights.iter().map(|b| (f32::from(b >> 4) - 8.0) * scale));
        }
    }
}

/// A half-precision number (IEEE 754 binary16) as single precision; scales are never infinite.
fn half(bits: u16) -> f32 {
    let sign = if bits & 0x8000 == 0 { 1.0 } else { -1.0 };
    let exponent = i32::from(bits >> 10 & 31);
    let fraction = f32::from(bits & 1023);
    let magnitude = if exponent == 0 { fraction * 2f32.powi(-24) } else { (1024.0 + fraction) * 2f32.powi(exponent - 25) };
    sign * magnitude
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_precision_is_read_exactly() {
        for (bits, value) in [(0x3c00, 1.0), (0xc000, -2.0), (0x0001, 2f32.powi(-24)), (0x7bff, 65504.0), (0, 0.0)] {
            assert_eq!(half(bits), value);
        }
    }

    #[test]
    fn a_row_is_its_blocks_with_low_halves_first() {
        let mut block = vec![0x00, 0x3c];
        block.extend([0x98u8; 16]);
        let file: &'static [u8] = Box::leak(block.repeat(HIDDEN / WEIGHTS).into_boxed_slice());
        let mut row = Vec::new();
        Embeddings::load(file, 1).unwrap().push(0, &mut row);
        assert_eq!(row.len(), HIDDEN);
        assert_eq!((row[0], row[16], row[32]), (0.0, 1.0, 0.0));
        assert!(Embeddings::load(file, 2).is_err());
    }
}
