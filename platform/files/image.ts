import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Sharp, SharpOptions } from 'sharp'

export type ImageRefusal = 'file-too-large' | 'file-not-known' | 'files-waiting'

/** What may be sent, in bytes: a photograph of a telephone fits. */
export const mostFileBytes = 8 * 1024 * 1024

/** What may be decoded, in pixels: 50 megapixels are 200 MB of memory; a file of a few kilobytes can claim 900 megapixels. */
const mostPixels = 50_000_000

/** AVIF of that size takes half a minute, and comes from a file of one kilobyte; telephones send twelve megapixels. */
const mostPixelsOfAvif = 16_000_000

/** The longer side of what is kept, in pixels. */
const longestSide = 2000

const mostSeconds = 20

/** Pictures that may wait while one is decoded, each with its bytes in memory. */
const mostWaiting = 8

/**
 * The picture alone, as WebP: turned the way it was held, smaller, without place, camera, comment, profile or tail.
 * Whatever else the file was at the same time (an archive, a script), nothing of it is left.
 */
export async function reencode(bytes: Uint8Array): Promise<Result<Buffer, ImageRefusal>> {
  if (bytes.byteLength > mostFileBytes) return refuse('file-too-large')
  if (!looksLikePicture(bytes)) return refuse('file-not-known')
  if (waiting >= mostWaiting) return refuse('files-waiting')
  return inTurn(() => decode(bytes))
}

let waiting = 0
let turn: Promise<unknown> = Promise.resolve()

/** One after the other: twelve large pictures at once took three gigabytes. */
async function inTurn<Value>(act: () => Promise<Value>): Promise<Value> {
  waiting += 1
  const mine = turn.then(act).finally(() => {
    waiting -= 1
  })
  turn = mine.catch(() => undefined) // the next one does not care how this one ended
  return mine
}

async function decode(bytes: Uint8Array): Promise<Result<Buffer, ImageRefusal>> {
  const sharp = await decoder()
  try {
    const picture = sharp(bytes, { limitInputPixels: false, failOn: 'error' })
    const { width, height, format } = await picture.metadata()
    if (width * height > (format === 'heif' ? mostPixelsOfAvif : mostPixels)) return refuse('file-too-large')
    const side = { width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true } as const
    const webp = await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .autoOrient()
      .resize(side)
      .webp({ quality: 80 })
      .timeout({ seconds: mostSeconds })
      .toBuffer()
    return accept(webp)
  } catch {
    // The decoder says in many ways that it cannot read a file; to the person it is one.
    return refuse('file-not-known')
  }
}

/**
 * JPEG, PNG, WebP or AVIF by its first bytes, whatever its name and its declared type say.
 * SVG is text and can hold a script; formats with rare decoders are not worth their risk.
 */
function looksLikePicture(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  return (
    text.startsWith('\xff\xd8\xff') ||
    text.startsWith('\x89PNG\r\n\x1a\n') ||
    (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') ||
    /^avi[fs]$/.test(text.slice(8, 12))
  )
}

type Decoder = (bytes: Uint8Array, options?: SharpOptions) => Sharp

const loaders = ['Jpeg', 'Png', 'Webp', 'Heif'].map((format) => `VipsForeignLoad${format}Buffer`)

let loading: Promise<Decoder> | undefined

// Loaded with the first picture: a place where nobody sends one does not pay its memory and start.
function decoder(): Promise<Decoder> {
  loading ??= import('sharp').then(({ default: sharp }) => {
    sharp.cache(false)
    sharp.concurrency(1)
    sharp.block({ operation: ['VipsForeignLoad'] })
    sharp.unblock({ operation: loaders })
    return sharp
  })
  return loading
}
