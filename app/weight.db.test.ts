import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { foundTown } from '../platform/identity/testing.ts'
import { openTestHouse, type TestHouse } from './testing.ts'

let house: TestHouse

beforeAll(async () => {
  house = await openTestHouse(4)
  await foundTown(house.database, 'testhavn')
}, 60_000)

afterAll(() => house.close())

test.each(['/en/testhavn', '/en/testhavn/popolo.json', '/en/testhavn/record'])(
  '%s travels packed to who can open it, and not at all when she has it',
  async (path) => {
    const plain = await house.ask(path)
    const packed = await house.ask(path, { headers: { 'accept-encoding': 'gzip, br' } })
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(packed.headers.get('vary')).toContain('accept-encoding')
    const text = gunzipSync(Buffer.from(await packed.arrayBuffer())).toString()
    const withoutTokens = (html: string): string => html.replaceAll(/name="form-token" value="[^"]*"/g, '')
    expect(withoutTokens(text)).toBe(withoutTokens(await plain.text()))
    const cookie = plain.headers.get('set-cookie')?.split(';')[0] ?? ''
    const again = await house.ask(path, { headers: { cookie } })
    const etag = again.headers.get('etag') ?? ''
    expect(etag).toMatch(/^W\//)
    expect((await house.ask(path, { headers: { cookie, 'if-none-match': etag } })).status).toBe(304)
  },
)
