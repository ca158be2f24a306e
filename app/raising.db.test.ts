import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { foundTown, type Town, type Townsperson } from '../platform/identity/testing.ts'
import { giveRule } from '../stages/problem/testing.ts'
import { openTestHouse, testOrigin, type Browser, type TestHouse } from './testing.ts'

/** From the first question to the page of a problem, as a browser without JavaScript goes. */

let house: TestHouse
let town: Town

beforeAll(async () => {
  house = await openTestHouse()
  town = await foundTown(house.database)
  await giveRule(house.database, town)
}, 60_000)
afterAll(() => house.close())

const as = (who: Townsperson): Promise<Browser> => house.browser(town.place, town.people[who].account)
const words = { whatHappens: 'The last one leaves at six.', whoIsAffected: 'Shift workers.' }

/** A form with files, as a browser sends it. */
async function send(browser: Browser, path: string, typed: Readonly<Record<string, string>>, files = {}) {
  const body = new FormData()
  for (const [name, value] of Object.entries({ 'form-token': browser.token, ...typed })) body.append(name, value)
  for (const [name, blob] of Object.entries<Blob>(files)) body.append(name, blob, `../../${name}.evil`)
  const response = await house.ask(`/en/${town.place.slug}${path}`, {
    method: 'POST',
    body,
    headers: { cookie: browser.cookie, origin: testOrigin },
  })
  return { status: response.status, html: await response.text(), to: response.headers.get('location') ?? '' }
}

async function picture(): Promise<Blob> {
  const bytes = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#0a6' } })
    .png()
    .toBuffer()
  return new Blob([new Uint8Array(bytes)], { type: 'image/png' })
}

const paper = (text = 'Counted: 40 people at 18:10.\n') => new Blob([text], { type: 'text/plain' })

it('shows what is near before anything is raised, with the reason and a way to join; her words are kept', async () => {
  const alice = await as('alice')
  await alice.post('/problems/new', { question: 'Why do no buses reach the harbour in the evening?', ...words })
  const bashir = await as('bashir')
  const start = await bashir.get('/problems/new')
  expect(start.html).toContain('name="question"')
  expect(start.html).not.toContain('name="whatHappens"')
  const question = 'How do I get a bus from the harbour at evening?'
  const near = await bashir.post('/problems/near', { question })
  expect(near.status).toBe(200)
  expect(near.html).toContain('Why do no buses reach the harbour in the evening?')
  expect(near.html).toMatch(/Shares: (?=[^<]*harbour)(?=[^<]*evening)/)
  expect(near.html).toContain(`${question}</textarea>`)
  expect(near.html).toContain('Mine is another: go on')
  expect((await bashir.post('/problems/near', { question: 'x' })).status).toBe(422)
})

it('a bug once: where no word was shared it said that nobody has raised it; it says what it knows, and leads on', async () => {
  const bashir = await as('bashir')
  const none = (await bashir.post('/problems/near', { question: 'Zebra quartz vexing glyphs?' })).html
  expect(none).toContain('nothing that uses the same words')
  expect(none).not.toContain('Nobody has raised this')
  expect(none).toMatch(/look through all cases first\. <a[^>]*href="[^"]*\/problems"/)
})

it('answers an island with the list alone, and a stranger not at all', async () => {
  const headers = { origin: testOrigin, 'sec-fetch-site': 'same-origin', 'x-island': '1' }
  const typed = { question: 'Bus in the evening from the harbour' }
  const part = await (await as('bashir')).post('/problems/near', typed, 'en', headers)
  expect(part.html).toMatch(/^<(p|ul|>)/)
  expect(part.html).not.toContain('<html')
  const stranger = await house.ask(`/en/${town.place.slug}/problems/near`, { method: 'POST', headers })
  expect(stranger.status).toBe(403)
})

it('says gently that a solution leaves less open, and takes it all the same', async () => {
  const alice = await as('alice')
  const question = 'We should build a ramp at the pier'
  expect((await alice.post('/problems/near', { question })).html).toContain('This reads like a solution')
  expect((await alice.post('/problems/new', { question, ...words })).status).toBe(303)
})

it('a bug once: the picture was lost when the form came back', async () => {
  const alice = await as('alice')
  const typed = {
    question: 'Why is the crossing dark?',
    ...words,
    whoIsAffected: '',
    point: 'nowhere',
    alt: 'A dark crossing',
  }
  const back = await send(alice, '/problems/new', typed, { photo: await picture(), document: paper() })
  expect(back.status).toBe(422)
  expect(back.html).toContain('photo.webp is kept')
  expect(back.html).toContain('document.txt is kept')
  expect(back.html).toContain('Write the point as two numbers')
  const kept = Object.fromEntries(
    [...back.html.matchAll(/name="(kept-\w+)" value="([^"]+)"/g)].map(([, name = '', value = '']) => [name, value]),
  )
  expect(Object.keys(kept).toSorted()).toEqual(['kept-document', 'kept-photo'])
  const mended = { ...typed, ...kept, whoIsAffected: 'Children.', point: '55.6761, 12.5683' }
  const bashir = await as('bashir')
  const stolen = await send(bashir, '/problems/new', { ...mended, question: 'Is it mine, this picture?' })
  expect((await bashir.get(pathOf(stolen.to))).html).not.toContain('fm-photo')
  const sent = await send(alice, '/problems/new', mended)
  expect(sent.status).toBe(303)
  const page = await alice.get(pathOf(sent.to))
  expect(page.html).toContain('alt="A dark crossing"')
  expect(page.html).toContain('geo:55.676,12.568')
  const [, href = ''] = /href="([^"]+)"[^>]*>Document: document.txt/.exec(page.html) ?? []
  const file = await house.ask(href)
  expect(file.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(file.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''document.txt")
  expect(file.headers.get('content-security-policy')).toContain('sandbox')
})

it('refuses what is no document, in words, and leaves out what she ticks', async () => {
  const alice = await as('alice')
  const typed = { question: 'Why is the pier closed?', ...words }
  const evil = await send(alice, '/problems/new', typed, { document: paper('\u0000MZ program') })
  expect(evil.status).toBe(422)
  expect(evil.html).toContain('Choose a PDF or a plain text file')
  const back = await send(alice, '/problems/new', { ...typed, whoIsAffected: '' }, { document: paper() })
  const [, id = ''] = /name="kept-document" value="([^"]+)"/.exec(back.html) ?? []
  const sent = await send(alice, '/problems/new', { ...typed, 'kept-document': id, 'drop-document': 'yes' })
  expect((await alice.get(pathOf(sent.to))).html).not.toContain('Document:')
})

it('goes with the problem when it is hidden: nobody opens its picture by its address any more', async () => {
  const alice = await as('alice')
  const typed = { question: 'What floats in the basin?', ...words, alt: 'Something' }
  const sent = await send(alice, '/problems/new', typed, { photo: await picture() })
  const page = await alice.get(pathOf(sent.to))
  const [, source = ''] = /<img class="fm-photo" src="([^"]+)"/.exec(page.html) ?? []
  expect((await house.ask(source)).status).toBe(200)
  const slug = /problems\/([^/?#]+)/.exec(sent.to)?.[1] ?? ''
  await house.asOwner(
    `insert into moderation.hidden
     select jurisdiction_id, 'problem', id, 'personal-data', 'A face.', $1, 'facilitator', now() from problem.problem where slug = $2`,
    [town.people.gita.account, slug],
  )
  const others = await house.asOwner('select 1 from files.file where hash = $1', [source.split('/').at(-1) ?? ''])
  // The same picture belongs to another problem, too: that one still shows it.
  if (others.length === 1) expect((await house.ask(source)).status).toBe(404)
  expect((await alice.get(pathOf(sent.to))).html).not.toContain('fm-photo')
})

it('is written down by staff: looked up first, labelled, under a number, in nobody’s name; its teller hears of it', async () => {
  const chen = await as('chen')
  const told = {
    channel: 'phone',
    question: 'Why is there no bench at the surgery?',
    whatHappens: 'Old people stand and wait.',
    whoIsAffected: 'Patients.',
    email: 'aisha@example.org',
  }
  const written = await chen.post('/problems/by-staff', told)
  expect(written.status).toBe(303)
  const page = await chen.get(pathOf(written.to ?? ''))
  expect(page.html).toMatch(/Told by phone on [^<]*, written down by Chen/)
  expect(page.html).toContain('Written down by staff')
  const [, receipt = ''] = /Number (\d{3}-\d{3}-\d{3})/.exec(page.html) ?? []
  expect(page.html).not.toContain('aisha')
  expect((await chen.get(`/search?q=${receipt}`)).html).toContain('Why is there no bench at the surgery?')
  const follows = await house.asOwner(
    `select f.as_author from notices.follow f join problem.problem p on p.id = f.about_id
     where f.account_id = $1 and p.receipt = $2`,
    [town.people.aisha.account, receipt],
  )
  expect(follows).toEqual([{ as_author: true }])
  const again = await chen.post('/problems/by-staff', { ...told, question: 'No bench at the surgery for old people?' })
  expect(again.status).toBe(200)
  expect(again.html).toContain('It is another problem: write it down')
  const alone = await chen.post('/problems/by-staff', { ...told, looked: 'yes', email: 'nobody@example.org' })
  expect(alone.status).toBe(303)
  expect((await chen.post('/problems/new', { question: 'Mine, as a clerk?', ...words })).status).toBe(403)
  expect((await (await as('alice')).post('/problems/by-staff', told)).status).toBe(403)
})

it('goes on in another one with a sign on its page, and is taken back from there', async () => {
  const [alice, chen] = [await as('alice'), await as('chen')]
  const slugs = []
  for (const question of ['Why do gulls scream at night?', 'Why are the gulls so loud at night?']) {
    const sent = await alice.post('/problems/new', { question, ...words })
    slugs.push(/problems\/([^/?#]+)/.exec(sent.to ?? '')?.[1] ?? '')
  }
  const [from = '', into = ''] = slugs
  const form = await chen.get(`/problems/${from}/problem/merge`)
  expect(form.html).toContain(`value="${into}"`)
  const nowhere = { near: 'other', into: 'nowhere', reason: 'The same gulls.' }
  const lost = await chen.post(`/problems/${from}/problem/merge`, nowhere)
  expect(lost.status).toBe(422)
  expect(lost.html).toContain('There is no problem of this address here')
  expect(lost.html).toContain('The same gulls.')
  const whole = { ...nowhere, into: `https://folkmoot.example/en/x/problems/${into}/problem` }
  expect((await chen.post(`/problems/${from}/problem/merge`, whole)).status).toBe(303)
  const page = await chen.get(`/problems/${from}/problem`)
  expect(page.html).toContain('This problem goes on in another one')
  expect(page.html).toContain('Take this back')
  // She raised it: it does not go on elsewhere against her will.
  expect((await alice.get(`/problems/${from}/problem`)).html).toContain('Take this back')
  expect((await alice.get(`/problems/${into}/problem`)).html).toContain('Goes on here')
  expect((await chen.post(`/problems/${from}/problem/merge/undo`)).status).toBe(303)
  expect((await chen.get(`/problems/${from}/problem`)).html).not.toContain('This problem goes on in another one')
})

/** From the address one is sent to, within the place, to the page of the problem. */
function pathOf(to: string): string {
  const slug = /problems\/([^/?#]+)/.exec(to)?.[1] ?? ''
  return `/problems/${slug}/problem`
}
