import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import sharp from 'sharp'

export const mostFileBytes = 8 * 1024 * 1024
/** More pixels than any phone's camera makes; a small file can claim to be 30,000 × 30,000. */
const mostPixels = 60_000_000
const longestSide = 2_000

export type ImageRefusal = 'file-too-large' | 'file-not-known'

/**
 * A picture as we keep it: turned upright, at most 2,000 pixels a side, WebP, and without anything a camera
 * wrote into it (place, time, owner). Decoding and encoding anew also drops whatever else a file carried.
 */
export async function cleanImage(file: File): Promise<Result<Buffer<ArrayBuffer>, ImageRefusal>> {
  if (file.size > mostFileBytes) return refuse('file-too-large')
  const bytes = Buffer.from(await file.arrayBuffer())
  if (!isPicture(bytes)) return refuse('file-not-known')
  try {
    const clean = await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 82 })
      .toBuffer()
    return accept(Buffer.from(clean))
  } catch {
    return refuse('file-not-known') // a damaged or dishonest file; what the decoder said helps nobody
  }
}

/** By content, never by name: JPEG, PNG, WebP or AVIF. SVG is a program and is refused. */
function isPicture(bytes: Buffer): boolean {
  const starts = (text: string, at = 0): boolean => bytes.subarray(at, at + text.length).equals(Buffer.from(text, 'latin1'))
  return (
    starts('\xff\xd8\xff') ||
    starts('\x89PNG\r\n\x1a\n') ||
    (starts('RIFF') && starts('WEBP', 8)) ||
    (starts('ftyp', 4) && (starts('avif', 8) || starts('avis', 8)))
  )
}
