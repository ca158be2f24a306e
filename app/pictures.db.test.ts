import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Lindhavn } from './demo/lindhavn/found.ts'
import { openHouseInLindhavn } from './testing-lindhavn.ts'
import { testOrigin, type Browser, type TestHouse } from './testing.ts'

/** A picture sent with an idea, from the form to the page. */

const ideas = '/problems/how-can-every-child-walk-or-cycle-to-school-safely/ideas'

let house: TestHouse
let town: Lindhavn
let alma: Browser

beforeAll(async () => {
  ;({ house, town } = await openHouseInLindhavn(4))
  const [row] = await house.asOwner(`select id from identity.account where name = 'Alma Reed'`)
  alma = await house.browser(town.place, row?.id as Parameters<TestHouse['browser']>[1])
}, 600_000)

afterAll(() => house.close())

/** Of another colour it is another picture: what is hidden in one test is hidden wherever it was sent. */
async function photograph(background = '#0a6'): Promise<Blob> {
  const bytes = await sharp({ create: { width: 60, height: 30, channels: 3, background } })
    .withExif({
      IFD0: { Make: 'Kamera-Konrad' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '55/1 40/1 0/1' },
    })
    .jpeg()
    .toBuffer()
  expect(bytes.includes('Kamera-Konrad')).toBe(true)
  return new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' })
}

async function send(photo: Blob | null, { name = 'crossing.jpg', alt = 'A dark crossing' } = {}): Promise<Response> {
  const body = new FormData()
  for (const [field, value] of Object.entries({
    'form-token': alma.token,
    kind: 'experience',
    title: 'Dark <b>crossing</b>',
    text: 'Nobody sees me.',
    place: '',
    alt,
    // The same words are sent again and again here: each is said to be another one.
    looked: 'yes',
  }))
    body.append(field, value)
  if (photo) body.append('photo', photo, name)
  return house.ask(`/en/${town.place.slug}${ideas}`, {
    method: 'POST',
    body,
    headers: { cookie: alma.cookie, origin: testOrigin },
  })
}

it('abuse 48: shows a picture without where and with what it was taken, under a name that does nothing', async () => {
  const sent = await send(await photograph(), {
    name: '../<script>alert(1)</script>\u202Egpj.exe',
    alt: '<script>x</script>',
  })
  expect(sent.status).toBe(303)
  const page = await (await house.ask(new URL(sent.headers.get('location') ?? '', testOrigin).pathname)).text()
  expect(page).not.toContain('<script>x')
  const [, source = ''] = /<img class="fm-photo" src="([^"]+)"/.exec(page) ?? []
  expect(page).toContain('alt="&lt;script&gt;x&lt;/script&gt;"')
  const file = await house.ask(source)
  expect(file.status).toBe(200)
  expect(file.headers.get('content-type')).toBe('image/webp')
  expect(file.headers.get('content-disposition')).not.toMatch(/script>|\.\.\/|\.exe"/)
  expect(file.headers.get('set-cookie')).toBeNull()
  const bytes = Buffer.from(await file.arrayBuffer())
  const { format, exif } = await sharp(bytes).metadata()
  expect({ format, exif }).toEqual({ format: 'webp', exif: undefined })
  expect(bytes.includes('Konrad')).toBe(false)
})

it('is refused in words when nobody says what it shows, or when it is none, and keeps what was typed', async () => {
  // A picture without words waits for them, so that nobody chooses it twice; of the case nothing is written.
  const written = async () => (await house.print()).filter((line) => !line.startsWith('files.waiting'))
  const before = await written()
  const silent = await send(await photograph(), { alt: '' })
  expect(silent.status).toBe(422)
  const again = await silent.text()
  expect(again).toContain('Say in a few words what the photo shows')
  expect(again).toContain('crossing.webp is kept')
  const page = await send(new Blob(['<html><script>alert(1)</script>'], { type: 'image/png' }), { name: 'x.png' })
  expect(page.status).toBe(422)
  const html = await page.text()
  expect(html).toContain('Choose a picture (JPEG, PNG, WebP or AVIF)')
  expect(html).toContain('Dark &lt;b&gt;crossing&lt;/b&gt;')
  expect(await written()).toEqual(before)
})

it('needs none', async () => {
  expect((await send(null, { alt: '' })).status).toBe(303)
})

it('of a hidden experience is read nowhere', async () => {
  const sent = await send(await photograph('#111'), { alt: 'Somebody of a hidden text' })
  const path = new URL(sent.headers.get('location') ?? '', testOrigin).pathname
  const [, source = ''] = /<img class="fm-photo" src="([^"]+)"/.exec(await (await house.ask(path)).text()) ?? []
  await house.asOwner(
    `insert into moderation.hidden (jurisdiction_id, about_kind, about_id, rule, reason, hidden_by, hidden_by_role, hidden_at)
     select jurisdiction_id, 'idea', about_id, 'personal-data', 'A test', '${town.people.clerk.account}', 'clerk', now()
     from files.file where alt = 'Somebody of a hidden text'`,
  )
  expect((await house.ask(source)).status).toBe(404)
})

it('is reported by itself, hidden with a stone in its place while the text stays, and shown again', async () => {
  const sent = await send(await photograph('#222'), { alt: 'A face at the crossing' })
  const path = new URL(sent.headers.get('location') ?? '', testOrigin).pathname
  const html = await (await house.ask(path, { headers: { cookie: alma.cookie } })).text()
  const [, source = ''] = /<img class="fm-photo" src="([^"]+)"/.exec(html) ?? []
  const [, id = ''] =
    /name="kind" value="file"[^>]*\/?>\s*<input type="hidden" name="id" value="([^"]+)"/.exec(html) ?? []
  const about = { kind: 'file', id }
  expect((await alma.post('/moderation/reports', { ...about, reason: 'This is my neighbour.' })).status).toBe(200)
  const clerk = await house.browser(town.place, town.people.clerk.account)
  const queue = (await clerk.get('/moderation')).html
  expect(queue).toContain('This is my neighbour.')
  expect(queue).toContain('A face at the crossing')
  const judged = { ...about, act: 'hide', rule: 'personal-data', reason: 'A face without consent.' }
  expect((await clerk.post('/moderation/hidden', judged)).status).toBe(303)

  const hidden = await (await house.ask(path)).text()
  expect(hidden).toContain('A face without consent.')
  expect(hidden).toContain('Nobody sees me.')
  expect(hidden).not.toContain('A face at the crossing')
  expect(hidden).not.toContain(source)
  expect((await house.ask(source)).status).toBe(404)
  expect(await house.ask(`/en/${town.place.slug}/moderation`).then((page) => page.text())).not.toContain('A face at')

  expect((await clerk.post('/moderation/restored', { ...about, reason: 'She has agreed.' })).status).toBe(303)
  expect(await (await house.ask(path)).text()).toContain(source)
  expect((await house.ask(source)).status).toBe(200)
})
