import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { isWorthPacking, packingFor, packQuickly, packWell } from './packing.ts'

describe('how an answer travels', () => {
  test.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip;q=1.0, *;q=0.5', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['gzip;q=0', 'plain'],
    ['identity', 'plain'],
    ['', 'plain'],
    [undefined, 'plain'],
  ] as const)('to a browser that says %j it is %s', (accepted, packing) => {
    expect(packingFor(accepted)).toBe(packing)
  })

  test('what was packed is what was meant, and smaller', async () => {
    const text = 'Every recommendation gets an answer. '.repeat(100)
    const bytes = new TextEncoder().encode(text)
    const small = packWell(bytes, 'br')
    expect(brotliDecompressSync(small).toString()).toBe(text)
    expect(gunzipSync(packWell(bytes, 'gzip')).toString()).toBe(text)
    expect(packWell(bytes, 'plain')).toBe(bytes)
    expect(small.byteLength).toBeLessThan(bytes.byteLength / 10)
    for (const long of [text, text.repeat(40)]) {
      const quick = await packQuickly(long, 'br')
      expect(quick.packing).toBe('gzip')
      expect(gunzipSync(quick.body as Uint8Array).toString()).toBe(long)
    }
    expect(await packQuickly('short', 'gzip')).toEqual({ body: 'short', packing: 'plain' })
  })

  test.each([
    ['text/css; charset=utf-8', true],
    ['text/csv', true],
    ['application/json', true],
    ['application/atom+xml; charset=utf-8', true],
    ['text/calendar', true],
    ['image/svg+xml', true],
    ['font/woff2', false],
    ['image/webp', false],
  ])('%s is worth packing: %s', (mediaType, isWorth) => {
    expect(isWorthPacking(mediaType)).toBe(isWorth)
  })
})
