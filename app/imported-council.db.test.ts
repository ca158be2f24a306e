import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Id } from '@folkmoot/basics/ids.ts'
import { allJurisdictions, bodies, politicians, type Body, type Jurisdiction } from '../platform/directory/index.ts'
import {
  accountOfPerson,
  ensureAccount,
  grantStaffRole,
  introduce,
  type StaffRole,
} from '../platform/identity/index.ts'
import { commandLine, type CommandLine } from './cli/testing.ts'
import { openTestHouse, type Browser, type TestHouse, type Typed } from './testing.ts'

/** Files of real councils are old: all their terms have ended. The main job has to run on such a council too. */

const fixtures = join(import.meta.dirname, '../platform/directory/exchange/fixtures')
const alderney = join(import.meta.dirname, '../../shared/data/popolo/alderney-states.ep-popolo-v1.0.json')

const files = [
  {
    name: 'States of Stranden',
    file: join(fixtures, 'stranden-ended.ep-popolo-v1.0.json'),
    slug: 'states-of-stranden',
    terms: 5,
    members: ['Bo Holm', 'Elin Aakjær', 'Odd Møller', 'Ragna Strand'],
    chair: { slug: 'ragna-strand', name: 'Ragna Strand' },
    sponsor: 'Bo Holm',
  },
  {
    name: 'States of Alderney',
    file: alderney,
    slug: 'states',
    terms: 10,
    members: [
      'Chris Rowley',
      'Francis Simonet',
      'Graham McKinley',
      'Ian Tugby',
      'Louis Jean',
      'Matthew Birmingham',
      'Neil Harvey',
      'Norma Paris',
      'Robert McDowall',
      'Steve Roberts',
    ],
    chair: { slug: 'chris-rowley', name: 'Chris Rowley' },
    sponsor: 'Norma Paris',
  },
].filter(({ file }) => existsSync(file))

// One story a council, in its order.
describe('the main job', { shuffle: false }, () => {
  describe.each(files)('on $name, imported', story)
})

function story(council: (typeof files)[number]): void {
  let house: TestHouse
  let line: CommandLine
  let place: Jurisdiction
  let body: Body
  let people: Readonly<Record<'ada' | 'alice' | 'chen' | 'chair' | 'sponsor', Browser>>
  const slug = 'who-keeps-the-harbour-open-in-winter'
  const at = `/problems/${slug}`

  beforeAll(async () => {
    house = await openTestHouse()
    line = commandLine({ DATABASE_URL: house.url })
  })
  afterAll(async () => {
    line.end()
    await house.close()
  })

  test('the import says that nobody is seated, and nobody without a seat can be named chair', async () => {
    const said = await line.folkmoot('import', 'popolo', council.file, '--time-zone', 'Europe/London')
    expect(said).toContain(`all ${council.terms} terms ended, the last on 2016-11-30. Nobody is seated today`)
    expect(said).toContain(`folkmoot seat --place ${council.slug} --from DATE`)
    await expect(line.folkmoot('chair', council.chair.slug, '--place', council.slug)).rejects.toThrow(
      `${council.chair.name} has no seat in ${council.name === 'States of Alderney' ? 'States' : council.name} today: the last term ended on 2016-11-30.`,
    )
    await expect(line.folkmoot('seat', '--place', council.slug, '--from', '2016-11-30')).rejects.toThrow(
      'somebody still sits there on that day',
    )
    const found = (await allJurisdictions(house.database)).find((one) => one.slug === council.slug)
    const [first] = found ? await bodies(house.database.read(found.id)) : []
    if (!found || !first) throw new Error('not imported')
    place = found
    body = first
    expect(await seated()).toEqual([])
  })

  test('an administrator lets the last terms go on, and everybody sees that it is her word', async () => {
    const ada = await house.browser(place, await accountFor('ada', 'administrator'))
    expect((await ada.get('/settings')).html).toContain('let the last terms go on')
    const tomorrow = today().add({ days: 1 }).toString()
    const early = await ada.post('/settings/terms/continued', { continueBody: body.id, continueFrom: tomorrow })
    expect([early.status, early.html.includes('Choose today or a day that has been')]).toEqual([422, true])
    const typed = { continueBody: body.id, continueFrom: today().toString() }
    expect((await ada.post('/settings/terms/continued', typed)).status).toBe(303)
    const earlier = { ...typed, continueFrom: today().subtract({ days: 1 }).toString() }
    expect((await ada.post('/settings/terms/continued', earlier)).html).toContain('Somebody sits there on that day')
    // Who had left before the end of the term does not come back.
    expect(await seated()).toEqual(council.members)
    expect((await ada.get('/settings')).html).toContain('Continued by the administrator')
    expect((await ada.get('/people')).html).toContain('Term continued by the administrator from')
    expect((await ada.get(`/people/${council.chair.slug}`)).html).toContain('Term continued by the administrator from')
    const rows = await house.asOwner(`select public from ledger.event where kind = 'settings.terms-continued'`)
    expect(rows).toMatchObject([{ public: { seats: council.members.length, from: today().toString() } }])
    people = {
      ada,
      alice: await house.browser(place, await accountFor('alice')),
      chen: await house.browser(place, await accountFor('chen', 'clerk')),
      chair: await politician(ada, council.chair.name),
      sponsor: await politician(ada, council.sponsor),
    }
    const person = await personNamed(council.chair.name)
    await does(ada, '/settings/chairs', { chairBody: body.id, chairPerson: person })
    expect((await ada.get('/settings')).html).toContain('Chairs')
  })

  test('a problem is raised, taken up and given a mandate, which the council adopts', async () => {
    const { ada, alice, chen, chair, sponsor } = people
    expect((await alice.get('/problems/new')).html).toContain('Nothing can be raised here yet')
    await does(ada, '/settings/agenda-rule', {
      body: body.id,
      threshold1: '50',
      owes1: 'decision',
      answerCount: '2',
      answerUnit: 'months',
      openTo: 'tied',
      leastAssurance: 'low',
      againAfterMonths: '12',
      reference: 'Item 6',
    })
    await does(alice, '/problems/new', {
      question: 'Who keeps the harbour open in winter?',
      whatHappens: 'The boats stop.',
      whoIsAffected: 'Everyone on the island',
    })
    await does(sponsor, `${at}/problem/sponsor`, { words: 'I take it up.' })
    await does(chen, `${at}/mandate/preset`, { preset: 'gentofte' })
    await does(chen, `${at}/mandate/edit`, { ...terms, parentBody: body.id, recipientBody: body.id })
    await does(sponsor, `${at}/mandate/gate`, gate)
    await does(chen, `${at}/mandate/adopt`, {
      seen: '2',
      body: body.id,
      motion: 'Adopt it',
      decidedOn: today().toString(),
      reference: 'Item 7',
      votesFor: String(council.members.length - 1),
      votesAgainst: '1',
      abstentions: '0',
      isCarried: 'yes',
      dissent: '',
    })
    const page = await chair.get(`${at}/mandate`)
    const resolution = /name="resolution" value="([^"]+)"/.exec(page.html)?.[1] ?? ''
    expect((await sponsor.get(`${at}/mandate`)).html).not.toContain('name="resolution"')
    await does(chair, `${at}/mandate/confirm`, { resolution })
    const [mandate] = await house.asOwner('select state from mandate.mandate where jurisdiction_id = $1', [place.id])
    expect(mandate).toEqual({ state: 'adopted' })
  })

  test('a member of today is added, a term ends, and a later import of the file unsays neither', async () => {
    const { ada } = people
    const member = { memberName: 'Nia New', memberBody: body.id, memberRole: 'member', memberFrom: today().toString() }
    await does(ada, '/settings/members', member)
    expect((await ada.post('/settings/members', { ...member, memberRole: 'again' })).html).toContain(
      'holds a seat there on that day already',
    )
    const seat = await seatOf(council.sponsor)
    const yesterday = today().subtract({ days: 1 }).toString()
    expect((await ada.post('/settings/terms', { seat, termEnd: yesterday })).html).toContain('before the first day')
    await house.asOwner(`update directory.membership set starts_on = starts_on - 10 where origin = 'continued'`)
    await does(ada, '/settings/terms', { seat, termEnd: yesterday })
    const now = ['Nia New', ...council.members.filter((name) => name !== council.sponsor)].toSorted()
    expect(await seated()).toEqual(now)
    expect((await people.sponsor.post(`${at}/mandate/gate`, gate)).status).toBe(403)
    await line.folkmoot('import', 'popolo', council.file)
    expect(await seated()).toEqual(now)
    expect(
      (await ada.post('/settings/chairs', { chairBody: body.id, chairPerson: await personNamed(council.sponsor) }))
        .html,
    ).toContain('Only who holds a seat in the body today can chair it')
  })

  const today = (): Temporal.PlainDate => Temporal.Now.plainDateISO('Europe/London')
  const seated = async (): Promise<readonly string[]> =>
    (await politicians(house.database.read(place?.id ?? ('' as never)), today())).map(({ name }) => name).toSorted()

  async function personNamed(name: string): Promise<Id<'person'>> {
    const [row] = await house.asOwner('select id from directory.person where jurisdiction_id = $1 and name = $2', [
      place.id,
      name,
    ])
    return row?.id as Id<'person'>
  }

  async function seatOf(name: string): Promise<string> {
    const [row] = await house.asOwner(
      `select id from directory.membership where person_id = $1 and origin = 'continued'`,
      [await personNamed(name)],
    )
    return String(row?.id)
  }

  function accountFor(name: string, role?: StaffRole): Promise<Id<'account'>> {
    return house.database.transact(place.id, null, async (tx) => {
      const account = await ensureAccount(tx, mailOf(name), 'en')
      const known = { name, language: 'en', tie: 'lives-here', tieWords: '', organisation: null, interest: '' } as const
      await introduce(tx, account, known)
      if (role) await grantStaffRole(tx, account, role, null)
      return account
    })
  }

  /** Linked by the administrator to the account of her mail address, as in life. */
  async function politician(ada: Browser, name: string): Promise<Browser> {
    const account = await accountFor(name)
    const person = await personNamed(name)
    const linkEmail = mailOf(name)
    await does(ada, '/settings/people', { person, linkEmail })
    expect(await accountOfPerson(house.database.read(place.id), person)).toMatchObject({ id: account })
    return house.browser(place, account)
  }
}

async function does(who: Browser, path: string, typed: Typed): Promise<void> {
  const page = await who.post(path, typed)
  expect({ path, status: page.status, errors: /fm-errors[\s\S]{0,400}/.exec(page.html)?.[0] }).toEqual({
    path,
    status: 303,
    errors: undefined,
  })
}

const terms: Typed = {
  seen: '1',
  question: 'How does the harbour stay open in winter?',
  background: 'It closed twice.',
  tasks: 'A proposal',
  outOfScope: 'Housing',
  promise: 'collaborate',
  'matter-1': 'The hours',
  'room-1': 'open',
  answerCount: '40',
  answerUnit: 'working-days',
  politicians: '2',
  citizens: '10',
  minGenderShare: '40',
  'name-1': 'Neighbour',
  'wanted-1': '10',
  'description-1': 'Lives nearby',
  startsOn: '2027-01-01',
  endsOn: '2027-10-01',
  meetings: '7',
  economicFrame: 'None',
}

const gate: Typed = Object.fromEntries(
  ['citizens-can-help', 'decision-is-open', 'leaders-commit', 'resources-exist', 'timing-fits'].flatMap((question) => [
    [`answer-${question}`, 'yes'],
    [`reason-${question}`, 'Because.'],
  ]),
)

function mailOf(name: string): string {
  return `${name.replaceAll(' ', '.').toLowerCase()}@example.org`
}
