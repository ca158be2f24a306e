import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allJurisdictions } from '../platform/directory/index.ts'
import { loadToldCase, toldCases } from './demo/told/index.ts'
import { openTestHouse, type Browser, type TestHouse } from './testing.ts'

let house: TestHouse
const visitors = new Map<string, Browser>()

beforeAll(async () => {
  house = await openTestHouse()
  for (const told of toldCases) await loadToldCase(house.database, told)
  house.house.places.forget()
  for (const place of await allJurisdictions(house.database)) visitors.set(place.slug, await house.browser(place, null))
})

afterAll(() => house.close())

async function page(place: string, path: string, lang = 'en'): Promise<string> {
  const answer = await visitors.get(place)?.get(path, lang)
  if (answer?.status !== 200) throw new Error(`${place}${path} answered ${answer?.status}`)
  return answer.html.replaceAll(/<svg.*?<\/svg>/gs, '')
}

const green = '/problems/det-gronne-gentofte'
const europe = '/problems/future-of-europe'
const brussels = '/problems/homelessness'

describe('Gentofte’s hearing stood as a vote of ours', () => {
  it.each([`${green}/statements`, `${green}/statements/results`, `${green}/statements/1`])(
    'at %s it is a hearing',
    async (path) => {
      const english = await page('gentofte', path)
      expect(english).toContain('These are replies to it, not votes')
      expect(english).toContain('It ran from 2 December 2020 to 3 February 2021.')
      for (const invented of ['23:59', 'Voting has closed', 'how you voted', 'Pass', 'Voters', 'each person counts'])
        expect(english).not.toContain(invented)
      expect(await page('gentofte', path, 'da')).toContain('høringssvar, ikke stemmer')
    },
  )
})

it('shows no vote where none is known: a communication was “Carried, counts unknown”', async () => {
  const english = await page('europe', `${europe}/answer`)
  expect(english.split('No vote is known')).toHaveLength(4)
  expect(english.split('The counts are unknown')).toHaveLength(3)
  expect(await page('europe', `${europe}/answer`, 'da')).toContain('Ingen afstemning er kendt')
  expect(await page('europe', `${europe}/mandate`)).not.toContain('adopted it on')
})

it('counts Ängelholm’s study visit as no meeting: it stood as “Meeting 8”, and the journey said “8 meetings, visits included”', async () => {
  const house = '/problems/culture-house'
  for (const [lang, counted, visit, meeting] of [
    ['en', '7 meetings and 1 study visit.', 'Study visit · ', 'Meeting 7'],
    ['da', '7 møder og 1 studiebesøg.', 'Studiebesøg · ', 'Møde 7'],
  ] as const) {
    expect(await page('angelholm', house, lang)).toContain(counted)
    const series = await page('angelholm', `${house}/meetings`, lang)
    expect(series).toContain(visit)
    expect(series).toContain(meeting)
    const itself = await page('angelholm', `${house}/meetings/8`, lang)
    expect(itself).toContain(visit)
    for (const html of [series, itself]) expect(html).not.toMatch(/(Meeting|Møde) 8/)
  }
  expect(await page('brussels', brussels), 'where no visit is told of, none is counted').not.toContain('study visit')
})

it('leads from a meeting, as from each of its points, to what became of it in one press', async () => {
  for (const [lang, words] of [
    ['en', 'What became of it'],
    ['da', 'Hvad det førte til'],
  ] as const) {
    const meeting = await page('angelholm', '/problems/culture-house/meetings/1', lang)
    const links = [...meeting.matchAll(/href="\/[a-z]+\/angelholm([^"]+\/thread\/([a-z]+)\/[^"]+)">([^<]+)</g)]
    expect(links.map(([, , kind, text]) => [kind, text])).toEqual([
      ...Array(4).fill(['item', words]),
      ['meeting', words],
    ])
    for (const [, path = ''] of links) expect(await page('angelholm', path, lang)).toContain('id="became"')
  }
})

it('says of Brussels what its status was, and not that nothing was answered: “Answered” stood above “answered 0”', async () => {
  const english = await page('brussels', `${brussels}/answer`)
  expect(english).toContain('Where the recommendations stood on 18 June 2022')
  expect(english).toContain('Citizens and the body met on 18 June 2022.')
  for (const wrong of ['not answered', 'before the answer is final', '>Answered<']) expect(english).not.toContain(wrong)
  const journey = await page('brussels', brussels)
  expect(journey).toContain('9 done, 63 in progress, 3 under study, 14 not carried out, 8 unknown')
  expect(await page('brussels', brussels, 'da')).toContain('9 gennemført, 63 i gang')
})

it('shows Ireland’s shares and claims no writing as equals', async () => {
  const draft = await page('ireland', '/problems/constitution/draft')
  expect(draft).toContain('52 % for, 47 % against')
  expect(draft).not.toContain('Numbers unknown')
  expect(draft).not.toContain('as equals')
})

it('owes no report on what is told: “no report yet, the politician reports by the day shown” stood there', async () => {
  const commitment = await page('ireland', '/problems/constitution/delivery/5')
  expect(commitment).toContain('postponed')
  for (const owed of ['No report yet', 'No further report', 'Follow the case']) expect(commitment).not.toContain(owed)
})

it('leaves Ängelholm open, because its sources do', async () => {
  const journey = await page('angelholm', '/problems/culture-house')
  expect(journey).toContain('Step 5, still open:')
  expect(journey).toContain('Step 6, unknown:')
})

it.each([
  ['draft/print', 'still working on it'],
  ['draft/versions', 'The group saves one'],
  ['events', 'announces them here'],
])('%s of a told case does not say “%s”, as if it went on', async (address, words) => {
  expect(await page('angelholm', `/problems/culture-house/${address}`)).not.toContain(words)
})

describe.each(toldCases.flatMap(({ place, lines }) => lines.map((line) => [place.slug, line.problem.slug] as const)))(
  '%s/%s',
  (place, slug) => {
    it('has no step that is now or coming, and no empty cell that says “not yet”', async () => {
      const journey = await page(place, `/problems/${slug}`)
      expect(journey).not.toMatch(/Step \d, (now|coming):/)
      expect(journey).not.toContain('Not yet')
      expect(await page(place, `/problems/${slug}`, 'da')).not.toMatch(/Ikke endnu|Trin \d, (nu|kommer):/)
    })
  },
)

it.each(toldCases.map(({ place }) => place.slug))(
  'the home of %s says that it is told and invites nobody',
  async (place) => {
    const home = await page(place, '')
    expect(home).toContain('told from published sources')
    expect(home).toContain('Nobody can act on it.')
    for (const invitation of ['is open', 'take a seat', 'Raise a problem', 'What changed', 'Now'])
      expect(home).not.toContain(invitation)
  },
)

it('the record names the day an entry tells of, beside the time it was recorded', async () => {
  expect(await page('gentofte', '/record')).toContain('told of 29 March 2021')
  expect(await page('gentofte', '/record', 'da')).toContain('fortæller om 29. marts 2021')
})

describe('a fresh reader met contradictions', () => {
  it('Ireland promised an answer within four months: “The sources do not tell what was promised” stood there', async () => {
    const journey = await page('ireland', '/problems/constitution')
    expect(journey).not.toContain('do not tell what was promised')
    expect(journey).toMatch(/Time for the answer.*4 months/s)
    expect(await page('ireland', '/problems/constitution', 'da')).toMatch(/Frist for svaret.*4 måneder/s)
  })

  it('counts what was measured, and no target nobody set: “6 of 6 measured”, “0 of 6 targets are reached”', async () => {
    const journey = await page('ireland', '/problems/constitution')
    expect(journey).toContain('6 measurements')
    expect(journey).not.toContain('6 of 6')
    expect(await page('ireland', '/problems/constitution/outcome')).not.toContain('targets are reached')
    const list = await page('ireland', '/problems')
    for (const over of ['All 7 steps done', 'Closed']) expect(list).not.toContain(over)
  })

  it.each([
    ['brussels', brussels],
    ['europe', europe],
  ])('%s: an answer of which no source tells is not “done”', async (place, path) => {
    expect(await page(place, path)).toContain('Step 5, unknown:')
    expect(await page(place, '')).not.toContain('The elected body’s answer')
  })

  it.each([
    ['ireland', 'constitution', 'No contribution named', /from [2-9] contributions/],
    ['brussels', 'homelessness', 'from 1 contribution', /Clause 1<.{0,400}from 2 contributions/s],
    // The first meeting and the needs of the annex.
    ['angelholm', 'culture-house', 'from 2 contributions', /Clause 1<.{0,400}from 3 contributions/s],
  ])(
    '%s: the question of the case is no contribution to it, in the draft as in the thread',
    async (place, slug, from, wrong) => {
      const draft = await page(place, `/problems/${slug}/draft`)
      expect(draft).toContain(from)
      expect(draft.slice(0, draft.indexOf('Clause 1<') + 800)).not.toMatch(wrong)
      const oneMore = place === 'angelholm' ? '3 contributions' : '2 contributions'
      expect(await page(place, `/problems/${slug}/answer/1`)).not.toContain(oneMore)
    },
  )

  it('opens the sources that are addresses', async () => {
    expect(await page('ireland', '/problems/constitution/outcome')).toMatch(
      /<a href="https:\/\/atozwiki\.com\/[^"]+" rel="[^"]*noreferrer/,
    )
  })
})
