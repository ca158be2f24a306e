import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadLindhavn } from './demo/lindhavn/load.ts'
import type { Lindhavn } from './demo/lindhavn/found.ts'
import { openTestHouse, testOrigin, type Browser, type TestHouse } from './testing.ts'

/** A picture sent with an idea, from the form to the page. */

const ideas = '/problems/how-can-every-child-walk-or-cycle-to-school-safely/ideas'

let house: TestHouse
let town: Lindhavn
let alma: Browser

beforeAll(async () => {
  house = await openTestHouse(4)
  town = await loadLindhavn(house.database, () => {})
  const [row] = await house.asOwner(`select id from identity.account where name = 'Alma Reed'`)
  alma = await house.browser(town.place, row?.id as Parameters<TestHouse['browser']>[1])
}, 120_000)

afterAll(() => house.close())

async function photograph(): Promise<Blob> {
  const bytes = await sharp({ create: { width: 60, height: 30, channels: 3, background: '#0a6' } })
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
  }))
    body.append(field, value)
  if (photo) body.append('photo', photo, name)
  return house.ask(`/en/${town.place.slug}${ideas}`, {
    method: 'POST',
    body,
    headers: { cookie: alma.cookie, origin: testOrigin },
  })
}

it('shows a picture without where and with what it was taken, under a name that does nothing', async () => {
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
  const before = await house.print()
  const silent = await send(await photograph(), { alt: '' })
  expect(silent.status).toBe(422)
  expect(await silent.text()).toContain('Say in a few words what the picture shows')
  const page = await send(new Blob(['<html><script>alert(1)</script>'], { type: 'image/png' }), { name: 'x.png' })
  expect(page.status).toBe(422)
  const html = await page.text()
  expect(html).toContain('Choose a picture (JPEG, PNG, WebP or AVIF)')
  expect(html).toContain('Dark &lt;b&gt;crossing&lt;/b&gt;')
  expect(html).toContain('Please choose the picture again')
  expect(await house.print()).toEqual(before)
})

it('needs none', async () => {
  expect((await send(null, { alt: '' })).status).toBe(303)
})

it('of a hidden experience is read nowhere', async () => {
  const sent = await send(await photograph())
  const path = new URL(sent.headers.get('location') ?? '', testOrigin).pathname
  const [, source = ''] = /<img class="fm-photo" src="([^"]+)"/.exec(await (await house.ask(path)).text()) ?? []
  await house.asOwner(
    `insert into moderation.hidden (jurisdiction_id, about_kind, about_id, rule, reason, hidden_by, hidden_by_role, hidden_at)
     select jurisdiction_id, 'idea', about_id, 'personal-data', 'A test', '${town.people.clerk.account}', 'clerk', now()
     from files.file`,
  )
  expect((await house.ask(source)).status).toBe(404)
})
