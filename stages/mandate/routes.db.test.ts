import type { Address } from '@folkmoot/basics/addresses.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../platform/db/testing.ts'
import type { Reply, Visit } from '../../platform/http/index.ts'
import { answerAt, textOf, visitIn, type Going } from '../../platform/http/testing.ts'
import { foundTown, type Town } from '../../platform/identity/testing.ts'
import { giveRule } from '../problem/testing.ts'
import { problemBySlug, problemRoutes } from '../problem/index.ts'
import { promiseStrip } from './promise.ts'
import { mandateRoutes } from './routes.tsx'
import { mandateJourneyPart, mandateWaitingFor } from './slots.ts'

const now = Temporal.Instant.from('2026-11-24T08:00:00Z')
const slug = 'what-shall-become-of-the-gasworks'

let home: TestDatabase
let database: Database
let town: Town

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
  await giveRule(database, town)
  const raised = {
    question: ['What shall become of the gasworks?'],
    whatHappens: ['It stands empty.'],
    whoIsAffected: ['All of us'],
  }
  expect(await go('problem.raise', { as: town.people.alice, typed: raised })).toMatchObject({ kind: 'redirect' })
})

afterAll(async () => {
  await database.close()
  await home.drop()
})

function visitOf(going: Going = {}): Visit {
  return visitIn(database, town.place, { at: now, ...going, params: { problem: slug } })
}

async function go(address: Address, going: Going = {}): Promise<Reply> {
  return answerAt([...problemRoutes, ...mandateRoutes], address, visitOf(going))
}

const evil = '<script>alert(1)</script>'
function typedTerms(): Record<string, readonly string[]> {
  return {
    seen: ['0'],
    question: [`What shall become of it? ${evil}`],
    background: [evil],
    tasks: [`A proposal ${evil}`],
    outOfScope: ['Housing'],
    promise: ['collaborate'],
    'matter-1': [`What is it used for? ${evil}`],
    'room-1': ['together'],
    'amount-1': ['6 000 000,50'],
    'currency-1': ['DKK'],
    'matter-3': ['Who owns it?'],
    'room-3': ['fixed'],
    'why-3': ['The town bought it.'],
    'law-3': ['forbids'],
    'lawWords-3': ['Selling before 2035'],
    answerCount: ['40'],
    answerUnit: ['working-days'],
    parentBody: [town.committee],
    recipientBody: [town.council],
    politicians: ['5'],
    citizens: ['10'],
    minGenderShare: ['40'],
    'name-1': ['Neighbour'],
    'wanted-1': ['6'],
    'description-1': ['Lives nearby'],
    'name-4': ['Pupil'],
    'wanted-4': ['4'],
    startsOn: ['2027-01-01'],
    endsOn: ['1.10.2027'],
    meetings: ['7'],
    economicFrame: ['None'],
  }
}

const five = ['citizens-can-help', 'decision-is-open', 'leaders-commit', 'resources-exist', 'timing-fits']
const answers = (no = ''): Record<string, readonly string[]> =>
  Object.fromEntries(
    five.flatMap((question) => [
      [`answer-${question}`, [question === no ? 'no' : 'yes']],
      [`reason-${question}`, ['Because.']],
    ]),
  )
/** The save a form has before it. */
async function seenOn(address: 'mandate.edit' | 'mandate.adoption'): Promise<readonly string[]> {
  return [/name="seen" value="(\d+)"/.exec(textOf(await go(address, { as: town.people.chen })))?.[1] ?? '']
}

const vote = () => ({
  seen: ['2'],
  body: [town.council],
  motion: ['Adopt it'],
  decidedOn: ['2026-11-24'],
  reference: ['Item 7'],
  votesFor: ['2'],
  votesAgainst: ['1'],
  abstentions: ['0'],
  isCarried: ['yes'],
  dissent: ['Too dear.'],
})

describe('a mandate, as people walk it', { shuffle: false }, () => {
  test('without one, the page says what it is and who writes it', async () => {
    expect(textOf(await go('mandate.page'))).toContain('There is no mandate yet')
    expect(textOf(await go('mandate.page', { as: town.people.chen }))).toContain('Begin the draft')
    const problem = await problemBySlug(visitOf().read, slug)
    expect(problem && (await mandateJourneyPart(visitOf(), problem))).toMatchObject({ state: 'coming' })
    expect(problem && (await promiseStrip(visitOf(), problem))).toBeUndefined()
  })

  test('a clerk prepares from a model; everybody sees what is missing, each with its field', async () => {
    const chen = town.people.chen
    const empty = textOf(await go('mandate.edit', { as: chen }))
    expect(empty).toContain('Gentofte task committee')
    // A bug once: beside the empty form stood that nothing is missing and the body can vote.
    expect(empty).toContain('Nothing is saved yet')
    expect(empty).not.toContain('The body can vote on it')
    // A bug once: what was typed and not yet saved was gone after the model's numbers were taken.
    const typed = { seen: ['0'], question: ['Typed, never saved?'], citizens: ['3'], preset: ['gentofte'] }
    for (const wrong of [{ answerCount: ['4'] }, { seen: ['7'] }, { preset: [] }]) {
      const back = await go('mandate.preset', { as: chen, typed: { ...typed, ...wrong } })
      expect(back).toMatchObject({ kind: 'page', status: 422 })
      expect(textOf(back)).toContain('Typed, never saved?')
    }
    await go('mandate.preset', { as: chen, typed })
    const edit = textOf(await go('mandate.edit', { as: chen }))
    expect(edit).toContain('Typed, never saved?')
    expect(edit).toMatch(/value="10"[^>]*name="citizens"/)
    // One form: the model's button sends all of it, and Enter in a field saves.
    const form = /<form[^>]*mandate\/edit"[\s\S]*?<\/form>/.exec(edit)?.[0]
    expect(form).toMatch(/^<form[^>]*><input[^>]*><button type="submit" hidden[\s\S]*formaction="[^"]*mandate\/preset"/)
    const draft = textOf(await go('mandate.page', { as: chen }))
    expect(draft).toContain('Write: Background')
    expect(draft).toContain('mandate/edit#field-background')
    expect(textOf(await go('mandate.page'))).toContain('Nothing is decided yet')
    expect(textOf(await go('mandate.adoption', { as: chen }))).toContain('No vote can be recorded yet')
    expect(textOf(await go('mandate.draft-adoption', { as: chen, typed: vote() }))).toContain('not complete')
  })

  test('half a profile and half a rule come back with what was typed', async () => {
    const typed = { ...typedTerms(), seen: ['1'], answerUnit: [''], 'wanted-4': [''] }
    const reply = await go('mandate.save', { as: town.people.chen, typed })
    expect(reply).toMatchObject({ kind: 'page', status: 422 })
    expect(textOf(reply)).toContain('href="#field-wanted-4"')
    expect(
      textOf(
        await go('mandate.save', { as: town.people.chen, typed: { ...typedTerms(), seen: ['1'], answerUnit: [''] } }),
      ),
    ).toContain('#field-answerUnit')
    expect(
      textOf(
        await go('mandate.save', {
          as: town.people.chen,
          typed: { ...typedTerms(), seen: ['1'], parentBody: [town.place.id] },
        }),
      ),
    ).toContain('#field-parentBody')
  })

  test('complete in words it still waits for the politicians', async () => {
    const seen = await seenOn('mandate.edit')
    expect(await go('mandate.save', { as: town.people.chen, typed: { ...typedTerms(), seen } })).toMatchObject({
      kind: 'redirect',
    })
    const shown = textOf(await go('mandate.page'))
    expect(shown).toContain('Neighbour: 6 seats. Lives nearby')
    expect(shown).toContain('1 October 2027')
    expect(shown).not.toContain(evil)
    expect(shown).toContain('Answer: Is the decision still open?')
    const stale = { ...typedTerms(), seen: ['1'], tasks: ['Something else'], meetings: ['8'] }
    const back = textOf(await go('mandate.save', { as: town.people.chen, typed: stale }))
    expect(back).toContain('Somebody else saved this part')
    expect(back).toMatch(/<del>[^<]*A proposal/)
    expect(back).toMatch(/name="tasks"[^>]*>\s*Something else/)
    expect(textOf(await go('mandate.pass-gate', { as: town.people.dora, typed: answers() }))).toContain(
      'Only politicians who have taken the problem up',
    )
    await go('problem.sponsor', { as: town.people.dora, typed: { words: ['I live beside it.'] } })
    expect(await mandateWaitingFor(visitOf({ as: town.people.dora }))).toMatchObject([
      { title: 'Say whether there is room for influence' },
    ])
  })

  test('a "no" stops it, in sight; its own politician can think again', async () => {
    const dora = town.people.dora
    expect(textOf(await go('mandate.pass-gate', { as: dora, typed: {} }))).toContain('#field-reason-timing-fits')
    await go('mandate.pass-gate', { as: dora, typed: answers('timing-fits') })
    expect(textOf(await go('mandate.page'))).toContain('Answered “no”: Does the result come in time')
    expect(textOf(await go('mandate.gate', { as: dora }))).toContain('Because.')
    await go('mandate.pass-gate', { as: dora, typed: answers() })
    expect(textOf(await go('mandate.page'))).toContain('Complete: the body can vote on it')
  })

  test('the clerk records the vote, the chair confirms it, and the promise stands', async () => {
    const { chen, dora } = town.people
    // It is ready for its vote: that waits for the clerk, until the vote is recorded.
    expect(await mandateWaitingFor(visitOf({ as: chen }))).toMatchObject([{ title: 'Put the mandate to the vote' }])
    expect(textOf(await go('mandate.adoption', { as: chen }))).toContain('Record the body’s vote')
    expect(
      textOf(
        await go('mandate.draft-adoption', {
          as: chen,
          typed: { ...vote(), seen: await seenOn('mandate.adoption'), votesFor: ['3'] },
        }),
      ),
    ).toContain('more votes than the body had members')
    const seen = await seenOn('mandate.adoption')
    const byName = { 'named-most': ['for'], [`named-${town.people.freja.person}`]: ['against'] }
    const counted = textOf(await go('mandate.draft-adoption', { as: chen, typed: { ...vote(), seen, ...byName } }))
    expect(counted).toContain('Nothing is recorded yet')
    expect(counted).toContain('By name: 2 for, 1 against, nobody abstained, nobody was absent.')
    const named = { ...byName, 'named-counted': [/name="named-counted" value="([^"]+)"/.exec(counted)?.[1] ?? ''] }
    expect(await go('mandate.draft-adoption', { as: chen, typed: { ...vote(), seen, ...named } })).toMatchObject({
      kind: 'redirect',
    })
    expect(textOf(await go('mandate.page'))).toContain('For (2)')
    expect(await mandateWaitingFor(visitOf({ as: chen }))).toEqual([])
    expect(await mandateWaitingFor(visitOf({ as: dora }))).toMatchObject([{ title: 'Confirm the vote on the mandate' }])
    expect(textOf(await go('mandate.page'))).not.toContain('Confirm this record as chair')
    const resolution =
      /name="resolution" value="([^"]+)"/.exec(textOf(await go('mandate.page', { as: dora })))?.[1] ?? ''
    expect(textOf(await go('mandate.confirm-adoption', { as: chen, typed: { resolution: [resolution] } }))).toContain(
      'Public employees prepare. The chair of the body confirms',
    )
    expect(await go('mandate.confirm-adoption', { as: dora, typed: { resolution: [resolution] } })).toMatchObject({
      kind: 'redirect',
    })
    const shown = textOf(await go('mandate.page'))
    expect(shown).toContain('Town council adopted it on 24 November 2026. Version 1 is in force.')
    expect(shown).toContain('2 for, 1 against, nobody abstained')
    expect(shown).toContain('Reference Item 7')
    const problem = await problemBySlug(visitOf().read, slug)
    expect(problem && (await promiseStrip(visitOf(), problem))).toEqual({
      level: 'Collaborate',
      sentence:
        'We promise to work the solution out together with you. The answer comes within 40 working days of the hand-over.',
    })
    expect(problem && (await mandateJourneyPart(visitOf(), problem))).toMatchObject({
      state: 'done',
      figure: 'Collaborate',
    })
  })

  test('a new version shows word by word what it changes, and waits for the same body', async () => {
    const { dora, chen } = town.people
    expect(textOf(await go('mandate.edit', { as: dora }))).toContain('You write version 2')
    await go('mandate.save', {
      as: dora,
      typed: { ...typedTerms(), outOfScope: ['Housing and shops'], promise: ['consult'] },
    })
    const shown = textOf(await go('mandate.page'))
    expect(shown).toContain('Version 1 is in force')
    expect(shown).toContain('<ins> and shops</ins>')
    // What concerns the draft stands under its heading: warnings once, and the five answers of its own.
    const next = shown.indexOf('id="next"')
    expect(shown.split('What to be careful of')).toHaveLength(2)
    expect(shown.indexOf('What to be careful of')).toBeGreaterThan(next)
    expect(shown.indexOf('id="next-gate"')).toBeGreaterThan(next)
    expect(shown).toContain('The promise would be lowered from “Collaborate” to “Consult”')
    expect(textOf(await go('mandate.adoption', { as: chen }))).toContain('Only Town council can change')
    expect(
      textOf(await go('mandate.draft-adoption', { as: chen, typed: { ...vote(), body: [town.committee] } })),
    ).toContain('Only the body that adopted')
  })

  test('an unknown case is not found', async () => {
    const found = mandateRoutes.filter(
      (row) => row.at !== 'mandate.preset' && row.at !== 'mandate.confirm-adoption' && !row.at.includes('draft'),
    )
    for (const row of found.filter((one) => one.records === 'nothing' && one.at.startsWith('mandate.'))) {
      const reply = await row.handle({ ...visitOf({ as: town.people.dora }), params: { problem: 'nothing' } as never })
      expect(reply.kind, row.at).toBe('not-found')
    }
  })
})
