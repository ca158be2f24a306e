import { newId, type Id } from '@folkmoot/basics/ids.ts'
import type { Tx } from '../../platform/db/index.ts'
import type { Town, Townsperson } from '../../platform/identity/testing.ts'
import { years } from './calendar.ts'
import { putRows, type Row } from './rows.ts'

export type Councillor = { readonly person: Id<'person'>; readonly account: Id<'account'> }

/** Everybody who acts in the place, and who sat in its council on a day. */
export type People = {
  readonly council: Id<'body'>
  readonly committee: Id<'body'>
  readonly clerk: Id<'account'>
  /** Alice is the first of them. */
  readonly residents: readonly Id<'account'>[]
  readonly seatedOn: (day: Temporal.PlainDate) => readonly Councillor[]
  /** The mayor, who chairs the council. */
  readonly chairOn: (day: Temporal.PlainDate) => Councillor
}

const [residents, pool, seats, yearsOfTerm] = [2_000, 60, 31, 4]
// From here on the founding of the town has seated three of them, without an end.
const founded = Temporal.PlainDate.from('2025-01-01')

type Term = {
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate
  readonly mayor: Councillor
  readonly members: readonly Councillor[]
}

/**
 * Terms of four years with 31 councillors: three sit through all of them, of the others a quarter is new each time. Dora is mayor
 * from the third term on; before her it was somebody who has left.
 */
export async function putPeople(tx: Tx, town: Town, today: Temporal.PlainDate): Promise<People> {
  const dora = councillorOf(town, 'dora')
  const lasting = [dora, councillorOf(town, 'emil'), councillorOf(town, 'freja')]
  const terms = termsOf({ lasting, former: await putPool(tx), dora }, today.year - years)
  await putRows(
    tx,
    'directory.membership',
    terms.flatMap((term) => seatRows(term, { body: town.council, lasting })),
  )
  const termOn = (day: Temporal.PlainDate): Term => {
    const term = terms.findLast(({ startsOn }) => Temporal.PlainDate.compare(startsOn, day) <= 0)
    if (!term) throw new Error(`nobody sat on ${day.toString()}`)
    return term
  }
  return {
    council: town.council,
    committee: town.committee,
    clerk: accountOf(town, 'chen'),
    residents: [accountOf(town, 'alice'), ...(await putResidents(tx))],
    seatedOn: (day) => termOn(day).members,
    chairOn: (day) => termOn(day).mayor,
  }
}

type Benches = {
  readonly lasting: readonly Councillor[]
  readonly former: readonly Councillor[]
  readonly dora: Councillor
}

function termsOf({ lasting, former, dora }: Benches, firstYear: number): readonly Term[] {
  const [firstMayor, ...others] = former
  if (!firstMayor) throw new Error('somebody was mayor before her')
  return Array.from({ length: Math.ceil((years + 1) / yearsOfTerm) }, (_, at) => {
    const startsOn = Temporal.PlainDate.from({ year: firstYear + at * yearsOfTerm, month: 1, day: 1 })
    const free = Array.from(
      { length: seats - lasting.length - 1 },
      (_, seat) => others[(at * 7 + seat) % others.length],
    )
    return {
      startsOn,
      endsOn: startsOn.add({ years: yearsOfTerm }).subtract({ days: 1 }),
      mayor: at < 2 ? firstMayor : dora,
      members: [firstMayor, ...lasting, ...free].flatMap((one) => one ?? []),
    }
  })
}

function seatRows(
  { startsOn, endsOn, mayor, members }: Term,
  { body, lasting }: { readonly body: Id<'body'>; readonly lasting: readonly Councillor[] },
): readonly Row[] {
  return members.flatMap((one) => {
    const [before] = [founded.subtract({ days: 1 }), endsOn].toSorted((a, b) => Temporal.PlainDate.compare(a, b))
    const last = lasting.includes(one) && before ? before : endsOn
    if (Temporal.PlainDate.compare(startsOn, last) > 0) return []
    return [
      {
        id: newId('membership'),
        person_id: one.person,
        body_id: body,
        role: one === mayor ? 'Mayor' : 'Councillor',
        is_chair: one === mayor,
        starts_on: startsOn.toString(),
        ends_on: last.toString(),
      },
    ]
  })
}

/** Those who have sat, or sit, beside the three of the town. */
async function putPool(tx: Tx): Promise<readonly Councillor[]> {
  const some = Array.from({ length: pool }, () => ({ person: newId('person'), account: newId('account') }))
  await putRows(
    tx,
    'directory.person',
    some.map(({ person }, at) => ({ id: person, slug: `councillor-${at}`, name: `Councillor ${at}` })),
  )
  await putRows(
    tx,
    'identity.account',
    some.map(({ person, account }, at) => ({
      ...accountRow(account, `councillor-${at}`, `Councillor ${at}`),
      person_id: person,
    })),
  )
  return some
}

async function putResidents(tx: Tx): Promise<readonly Id<'account'>[]> {
  const ids = Array.from({ length: residents }, () => newId('account'))
  await putRows(
    tx,
    'identity.account',
    ids.map((id, at) => accountRow(id, `resident-${at}`, `Resident ${at}`)),
  )
  return ids
}

function accountRow(id: Id<'account'>, at: string, name: string): Row {
  return {
    id,
    email: `${at}@example.org`,
    name,
    tie: 'lives-here',
    // The bench sends nobody a mail.
    mail_frequency: 'never',
    consented_at: '2006-01-01T00:00:00Z',
  }
}

function councillorOf(town: Town, name: Townsperson): Councillor {
  const { person } = town.people[name]
  if (person === null) throw new Error(`${name} sits in the council`)
  return { person, account: accountOf(town, name) }
}

function accountOf(town: Town, name: Townsperson): Id<'account'> {
  const { account } = town.people[name]
  if (account === null) throw new Error(`${name} has an account`)
  return account
}
