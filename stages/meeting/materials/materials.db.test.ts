import { afterEach, beforeEach, expect, test } from 'vitest'
import { fileByHash } from '../../../platform/files/index.ts'
import { textOf } from '../../../platform/http/testing.ts'
import { before, openMeetingTown, slug, type MeetingTown } from '../testing.ts'
import { addMaterial, papersPoll, publishPapers } from './commands.ts'
import { materialsOf } from './store.ts'

let home: MeetingTown
beforeEach(async () => {
  home = await openMeetingTown()
})
afterEach(() => home.close())

const hash = 'ab'.repeat(32)
const file = { hash, name: 'count.pdf', bytes: 2048, mediaType: 'application/pdf' } as const
const read = () => home.database.read(home.town.place.id)

test('papers are seen by nobody but who prepares, then by all in the same instant; what comes later is marked', async () => {
  const number = await home.called()
  const params = { number }
  const { ole, gita, alice } = home.town.people
  const at = { slug, number }
  await home.go('meeting.add-material', {
    as: home.member,
    params,
    typed: { title: ['Map of lamps'], link: ['https://example.org/map'] },
  })
  const added = await addMaterial(home.database.at(before), gita, { ...at, title: 'Count of lamps', link: '', file })
  expect(added).toMatchObject({ ok: true, value: { isOut: false } })
  const wrong = await home.go('meeting.add-material', {
    as: home.member,
    params,
    typed: { title: ['X'], link: ['javascript:alert(1)'] },
  })
  expect(textOf(wrong)).toContain('begins with https://')
  expect(textOf(await home.go('meeting.add-material', { as: home.member, params, typed: { title: ['X'] } }))).toContain(
    'one of the two',
  )

  const seen = async (as?: typeof alice, when = before) =>
    textOf(await home.go('meeting.papers', { ...(as && { as }), params, at: when }))
  for (const who of [undefined, home.politician, home.other, ole]) {
    expect(await seen(who)).not.toContain('lamps')
    expect(textOf(await home.go('meeting.page', { ...(who && { as: who }), params }))).toContain('None yet')
  }
  expect(await seen(home.member)).toContain('Map of lamps')
  expect(await seen(home.member)).not.toContain('Count of lamps')
  expect(await seen(home.chair)).toContain('Count of lamps')
  expect(await fileByHash(read(), hash)).toBeUndefined()

  const publish = (typed: Record<string, string[]>, as = home.chair) =>
    home.go('meeting.publish-papers', { as, params, typed })
  expect(textOf(await publish({ when: ['now'] }, home.member))).toContain('Only the chair')
  expect(textOf(await publish({ when: ['then'], day: ['2026-11-20'], time: ['09:00'] }))).toContain('has passed')
  await publish({ when: ['then'], day: ['2026-11-25'], time: ['09:00'] })
  expect(await seen()).toMatch(/Will be published to all on Wednesday,? 25 November 2026 at 09:00/)
  expect(await seen()).not.toContain('lamps')

  const worker = (time: string) => papersPoll(home.database.at(Temporal.Instant.from(time)), home.town.place.id)
  await worker('2026-11-25T07:59:59Z')
  expect(await seen()).not.toContain('lamps')
  await worker('2026-11-25T08:00:00Z')
  await worker('2026-11-25T08:00:05Z')
  const papers = await materialsOf(read(), (await home.meeting(number)).id)
  expect(new Set(papers.map(({ publishedAt }) => String(publishedAt))).size).toBe(1)
  expect(await seen()).toContain('Map of lamps')
  expect(await seen()).toContain('Published to all on')
  expect(await fileByHash(read(), hash)).toMatchObject({ name: 'count.pdf' })
  expect((await home.written('meeting.papers-published')).length).toBe(1)
  expect((await home.told()).filter(({ message }) => message === 'told.papers')).toHaveLength(1)

  await home.go('meeting.add-material', {
    as: home.other,
    params,
    typed: { title: ['A late word'], link: ['https://example.org/w'] },
  })
  const late = await seen()
  expect(late).toContain('A late word')
  expect(late).toContain('Came late')
  expect(textOf(await publish({ when: ['now'] }))).toContain('Nothing waits')
})

test('papers that cannot go out once held up those of every later meeting', async () => {
  const numbers = [await home.called(), await home.called()]
  const due = Temporal.Instant.from('2026-11-25T08:00:00Z')
  for (const number of numbers) {
    const paper = { slug, number, title: 'Count', link: 'https://example.org/count', file: undefined }
    expect((await addMaterial(home.database.at(before), home.chair, paper)).ok).toBe(true)
    expect((await publishPapers(home.database.at(before), home.chair, { slug, number, due })).ok).toBe(true)
  }
  const tried: string[] = []
  await papersPoll(home.database.at(due), home.town.place.id, async ({ id }, act) => {
    tried.push(id)
    if (tried.length > 1) await act()
  })
  expect(tried).toHaveLength(2)
  const out = await Promise.all(numbers.map(async (number) => (await home.meeting(number)).papersAt !== null))
  expect(out.filter(Boolean)).toHaveLength(1)
})
