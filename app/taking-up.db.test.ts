import type { Actor } from '@folkmoot/basics/actor.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { foundTown, type Town } from '../platform/identity/testing.ts'
import { hide } from '../platform/moderation/index.ts'
import { foundGroup, type TestGroup } from '../stages/arena/testing.ts'
import { takeUp } from '../stages/draft/text/taking-up.ts'
import { replyToWords } from '../stages/inquiry/replies/commands.ts'
import { repliesUnder } from '../stages/inquiry/replies/store.ts'
import { openConsultation, writeStatement } from '../stages/opinion/commands.ts'
import { consultationOf, countVotes, mapsPoll, statementsIn, type Statement } from '../stages/opinion/index.ts'
import { statements as texts, voteAll } from '../stages/opinion/map/testing.ts'
import { closeVoting, residents } from '../stages/opinion/testing.ts'
import { giveRule, raised } from '../stages/problem/testing.ts'
import { openTestHouse, type TestHouse } from './testing.ts'

/** What a group should take up, by what each reader may see, from the first vote to the close. */

let house: TestHouse
let town: Town
let at: TestGroup
let people: readonly Actor[]
let statements: readonly Statement[]

beforeAll(async () => {
  house = await openTestHouse()
  town = await foundTown(house.database)
  await giveRule(house.database, town)
  at = await foundGroup(house.database, town, { chair: 'dora' })
  // Its group is told, for short; what people do in it is not.
  await house.asOwner('alter table problem.problem disable trigger user')
  await house.asOwner(
    `update problem.problem set source = null, raised_by = '${town.people.alice.account}' where id = '${at.problem}'`,
  )
  const { slug } = at
  const { timeZone } = town.place
  const until = Temporal.Now.plainDateISO(timeZone).add({ days: 20 })
  kept(await openConsultation(house.database, chair(), { slug, until, timeZone, shows: 'after-five', decided: '' }))
  for (const text of texts)
    kept(await writeStatement(house.database, town.people.alice, { slug, text, language: 'en' }))
  const consultation = await consultationOf(read(), at.problem)
  statements = consultation ? await statementsIn(read(), consultation.id) : []
  people = await residents(house.database, town, 40)
})
afterAll(() => house.close())

const chair = () => at.member('dora')
const read = () => house.database.read(town.place.id)
const agreedOn = texts.at(-1) ?? ''
const dividing = texts[0] ?? ''

function kept<Value>(
  result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: string },
): Value {
  if (!result.ok) throw new Error(`refused: ${result.refusal}`)
  return result.value
}

async function pageFor(who: Actor | null): Promise<string> {
  const browser = await house.browser(town.place, who?.account ?? null)
  const { status, html } = await browser.get(`/problems/${at.slug}/take-up`)
  expect(status).toBe(200)
  return html
}

function part(html: string, id: string): string {
  return html.split(`aria-labelledby="${id}"`)[1]?.split('</section>')[0] ?? ''
}

function idOf(text: string): Statement['id'] {
  const found = statements.find((one) => one.text === text)
  if (!found) throw new Error(`nobody said: ${text}`)
  return found.id
}

it('goes from nothing to see over what is left to do to what is taken up', async () => {
  const { dora, emil } = town.people
  const { slug } = at
  const voter = people[0] ?? null
  expect(await pageFor(voter)).toContain('Results are not shown yet')
  await voteAll(house.database, slug, [...people, dora])
  await countVotes(house.database, town.place.id)
  await mapsPoll(house.database, town.place.id)

  // Who may not see results reads none of it.
  const hidden = await pageFor(null)
  expect(hidden).toContain('Results are not shown yet')
  expect(hidden).not.toContain(agreedOn)
  // Who voted reads it, and has nothing to press.
  const read1 = await pageFor(voter)
  expect(part(read1, 'agreed')).toContain(agreedOn)
  expect(part(read1, 'agreed')).toMatch(/In each group at least \d of 10 agree/)
  expect(part(read1, 'divided')).toContain(dividing)
  expect(part(read1, 'divided')).toContain('No reasons given yet')
  expect(read1).not.toContain('Draft a clause from it')
  // The chair, a politician of the group, can.
  const chairs = await pageFor(dora)
  for (const act of ['Draft a clause from it', 'Reply by name']) expect(part(chairs, 'agreed')).toContain(act)
  expect(part(chairs, 'taken')).toBe('')

  const clause = { section: null, heading: 'Light every crossing', text: 'All 34 are lit.', reason: 'All say so' }
  kept(await takeUp(house.database, chair(), { slug, from: idOf(agreedOn), ...clause }))
  const taken = await pageFor(voter)
  expect(part(taken, 'agreed')).toContain('All that is agreed on is taken up')
  expect(part(taken, 'taken')).toContain(agreedOn)
  expect(part(taken, 'taken')).toContain('In recommendation 1: Light every crossing')

  // A reason is counted while it can be read.
  const about = { kind: 'statement', id: idOf(dividing) } as const
  const reply = { slug, about, text: 'I doubt it.', language: 'en', timeZone: town.place.timeZone }
  kept(await replyToWords(house.database, emil, reply))
  expect(part(await pageFor(voter), 'divided')).toContain('1 reason given')
  const [written] = await repliesUnder(read(), [idOf(dividing)])
  if (!written) throw new Error('it was written')
  await conceal({ kind: 'reply', id: written.id })
  expect(part(await pageFor(voter), 'divided')).not.toContain('1 reason given')

  // A statement that is hidden is on none of the lists.
  await conceal({ kind: 'statement', id: idOf(dividing) })
  expect(await pageFor(voter)).not.toContain(dividing)

  await closeVoting(house.database, chair().jurisdiction, slug)
  await mapsPoll(house.database, town.place.id)
  const open = await pageFor(null)
  expect(part(open, 'taken')).toContain(agreedOn)
  expect(open).not.toContain('Draft a clause from it')
})

function conceal(about: Parameters<typeof hide>[2]['about']): Promise<unknown> {
  return house.database.transact(town.place.id, null, (tx) =>
    hide(tx, town.people.gita, { about, rule: 'spam', reason: 'An advertisement' }),
  )
}

it('says what it is for where nobody votes, and does not exist without a case', async () => {
  const { slug } = await raised(house.database, town.people.bashir, { question: 'Who sweeps the square?' })
  const browser = await house.browser(town.place, null)
  expect((await browser.get(`/problems/${slug}/take-up`)).html).toContain('Nobody has voted on statements here yet')
  expect((await browser.get('/problems/no-such-case/take-up')).status).toBe(404)
})
