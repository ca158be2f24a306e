import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { fileName } from './file-name.ts'
import { fileHeaders } from './headers.ts'
import { mostFileBytes, reencode } from './image.ts'

const red = { create: { width: 40, height: 20, channels: 3, background: '#c00' } } as const

describe('a picture', () => {
  test.each(['jpeg', 'png', 'webp', 'avif'] as const)('of kind %s is kept as WebP', async (kind) => {
    const kept = await reencode(await sharp(red).toFormat(kind).toBuffer())
    expect(kept.ok && (await sharp(kept.value).metadata()).format).toBe('webp')
  })

  test('abuse 48: loses place, camera, comment and profile, and stands upright', async () => {
    const photo = await sharp(red)
      .withMetadata({ orientation: 6 })
      .withExif({
        IFD0: { Make: 'Kamera-Konrad', Copyright: 'Alice', Orientation: '6' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '55/1 40/1 0/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '12/1 34/1 0/1',
        },
      })
      .jpeg()
      .toBuffer()
    expect((await sharp(photo).metadata()).exif?.includes('Kamera-Konrad')).toBe(true)
    const kept = await reencode(photo)
    if (!kept.ok) throw new Error(kept.refusal)
    const { exif, xmp, iptc, icc, orientation, width, height } = await sharp(kept.value).metadata()
    expect({ exif, xmp, iptc, icc, orientation }).toEqual({})
    expect([width, height]).toEqual([20, 40])
    expect(kept.value.includes('Konrad') || kept.value.includes('GPS')).toBe(false)
  })

  test('is at most 2,000 pixels long', async () => {
    const wide = await sharp({ create: { ...red.create, width: 5000, height: 1000 } })
      .png()
      .toBuffer()
    const kept = await reencode(wide)
    expect(kept.ok && (await sharp(kept.value).metadata()).width).toBe(2000)
  })

  test('abuse 48: that is an archive, a page and a script as well is only a picture afterwards', async () => {
    const tail = Buffer.from('PK\x03\x04evil.txt<script>alert(1)</script>%PDF-1.7 */eval(atob("x"))')
    const kept = await reencode(Buffer.concat([await sharp(red).jpeg().toBuffer(), tail]))
    expect(kept.ok).toBe(true)
    for (const trace of ['PK\x03\x04', 'script', 'PDF', 'eval'])
      expect(kept.ok && kept.value.includes(trace)).toBe(false)
  })
})

describe('refuses what is no picture', () => {
  const svg =
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
  test.each([
    ['an SVG with a script', Buffer.from(svg)],
    ['a page named .png', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['an archive', Buffer.from('PK\x03\x04 and so on, and so on')],
    ['a page that hides a picture', Buffer.concat([Buffer.from('<html>'), Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')])],
    ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00')],
    ['a PDF', Buffer.from('%PDF-1.7 JFIF')],
    ['nothing', Buffer.alloc(0)],
    ['a first line and nothing more', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['SVG behind the first bytes of a JPEG', Buffer.concat([Buffer.of(0xff, 0xd8, 0xff), Buffer.from(svg)])],
    ['a HEIC, whose decoder is not carried', Buffer.from('\x00\x00\x00\x18ftypheic\x00\x00\x00\x00', 'latin1')],
  ])('%s', async (_, bytes) => {
    expect(await reencode(bytes)).toEqual({ ok: false, refusal: 'file-not-known' })
  })

  test('one that is cut off', async () => {
    const whole = await sharp({
      create: { ...red.create, width: 400, height: 400, noise: { type: 'gaussian', mean: 128, sigma: 30 } },
    })
      .png()
      .toBuffer()
    expect((await reencode(whole.subarray(0, whole.length / 2))).ok).toBe(false)
  })
})

test('abuse 48: refuses a small file that claims 30,000 × 30,000 pixels, without decoding it', async () => {
  const png = pngClaiming(30_000, 30_000)
  expect(png.byteLength).toBeLessThan(200)
  expect(await reencode(png)).toEqual({ ok: false, refusal: 'file-too-large' })
})

test('abuse 48: refuses an AVIF of one kilobyte that takes half a minute and 300 MB', async () => {
  const large = await sharp({ create: { ...red.create, width: 4100, height: 4000 } })
    .avif({ effort: 0 })
    .toBuffer()
  expect(large.byteLength).toBeLessThan(10_000)
  expect(await reencode(large)).toEqual({ ok: false, refusal: 'file-too-large' })
})

test('abuse 48: decodes one after the other, and lets only a few wait', async () => {
  const photo = await sharp(red).jpeg().toBuffer()
  const kept = await Promise.all(Array.from({ length: 12 }, () => reencode(photo)))
  expect(kept.map((one) => (one.ok ? 'kept' : one.refusal))).toEqual([
    ...Array<string>(8).fill('kept'),
    ...Array<string>(4).fill('files-waiting'),
  ])
  expect((await reencode(photo)).ok).toBe(true)
})

test('refuses more than 8 MB', async () => {
  expect(await reencode(new Uint8Array(mostFileBytes + 1))).toEqual({ ok: false, refusal: 'file-too-large' })
})

describe('a name', () => {
  test.each([
    ['../../x', 'x.webp'],
    ['C:\\Users\\alice\\harbour.JPG', 'harbour.webp'],
    ['invoice\u202Egpj.exe', 'invoicegpj.webp'],
    ['havn og sø.png', 'havn og sø.webp'],
    ['CON', 'pictureCON.webp'],
    ['..', 'picture.webp'],
    ['', 'picture.webp'],
    ['.htaccess', 'htaccess.webp'],
    ['a\r\nset-cookie: b.png', 'aset-cookie b.webp'],
    ['<script>alert(1)</script>.png', 'script.webp'],
    ['half \uD800 a pair.png', 'half � a pair.webp'],
  ])('%j is kept as %s', (given, kept) => {
    expect(fileName(given)).toBe(kept)
  })

  test('has at most 200 characters, and keeps its ending', () => {
    const name = fileName(`${'🌳'.repeat(500)}.png`)
    expect([...name]).toHaveLength(200)
    expect(name.endsWith('🌳.webp')).toBe(true)
  })
})

test('abuse 48: is sent as a picture and nothing else', () => {
  expect(fileHeaders({ name: "sø's (1)*.webp", mediaType: 'image/webp' })).toMatchObject({
    'content-type': 'image/webp',
    'content-disposition': "attachment; filename*=UTF-8''s%C3%B8%27s%20%281%29%2A.webp",
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'public, max-age=31536000, immutable',
  })
})

/** A PNG of a header alone, with its right checksum. */
function pngClaiming(width: number, height: number): Buffer {
  const chunk = (kind: string, data: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(kind), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, sum])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const nothing = deflateSync(Buffer.alloc(0))
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', nothing),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
