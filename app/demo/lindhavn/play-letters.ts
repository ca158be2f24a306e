import { createHash } from 'node:crypto'
import type { Actor } from '@folkmoot/basics/actor.ts'
import { recordApplication } from '../../../stages/arena/by-staff/commands.ts'
import { featuresOf } from '../../../stages/arena/features/store.ts'
import { acceptLetter, declineLetter, openLetter } from '../../../stages/arena/letters/answers-commands.ts'
import { codeOf } from '../../../stages/arena/letters/codes.ts'
import { confirmPrinted, drawLetters, listAddresses } from '../../../stages/arena/letters/commands.ts'
import { printJob } from '../../../stages/arena/letters/jobs.ts'
import { readList } from '../../../stages/arena/letters/list.ts'
import { runOf } from '../../../stages/arena/letters/print-store.ts'
import { adoptedMandate } from '../../../stages/mandate/index.ts'
import type { Problem } from '../../../stages/problem/index.ts'
import { nobody } from '../../../platform/identity/index.ts'
import type { PersonKey } from './cast.ts'
import { done } from './done.ts'
import type { Lindhavn } from './found.ts'

const [addresses, letters] = [900, 200]
const streets = ['Quay Street', 'Gas Lane', 'Heron Road', 'Mill Bank', 'Østre Street', 'Nordby Road'] as const
const ages = ['Under 30', '30 to 64', '30 to 64', '65 or older'] as const
const genders = ['Woman', 'Man'] as const

/** Those of the applicants who came by a letter, and when they said yes. */
const yes: readonly (readonly [PersonKey, number])[] = [
  ['leo', 14],
  ['hanna', 12],
  ['zara', 9],
]
const reasons = [
  'I work in the evenings.',
  '',
  'I have small children and nobody to look after them.',
  '',
  '',
  'I am not well enough.',
  '',
  'My Danish is not good enough for meetings.',
  '',
  '',
  '',
  'I do not know enough about it.',
] as const

/** Letters to addresses drawn by lot, some of them answered; and a caller whose application waits for a second pair of eyes. */
export async function playLetters(town: Lindhavn, problem: Problem, callAgo: number): Promise<void> {
  const codes = await playPrinting(town, problem, callAgo)
  for (const [at, [who, ago]] of yes.entries())
    await answer(town, { code: codes[at * 7] ?? '', ago, actor: town.people[who], reason: null })
  for (const [at, reason] of reasons.entries())
    await answer(town, { code: codes[at * 7 + 3] ?? '', ago: 15 - at, actor: nobody(town.place.id), reason })
  await playCaller(town, problem)
}

/** Drawn the day after the call, printed the day after that. What is printed in the letters the script alone knows then. */
async function playPrinting(town: Lindhavn, problem: Problem, callAgo: number): Promise<readonly string[]> {
  const { clerk } = town.people
  const { slug, id } = problem
  const read = town.database.read(town.place.id)
  const at = town.daysAgo(callAgo - 1)
  const list = readList(new TextEncoder().encode(register()), await featuresOf(read))
  if (!list.ok) throw new Error('the list of the demonstration has faults')
  await done('list', listAddresses(at, clerk, { slug, list: list.list }))
  const [gender, age] = list.list.features
  const rates = [8, 15, 20]
  const expected = Object.fromEntries((age?.values ?? []).map((value, i) => [value.id, rates[i] ?? 15]))
  const strataBy = [gender, age].flatMap((feature) => (feature ? [feature.id] : []))
  await done('letters', drawLetters(at, clerk, { slug, letters, strataBy, expected }))
  await printJob({ origin: () => 'https://lindhavn.example' })(at, {
    jurisdiction: town.place.id,
    problem: id,
    round: 1,
  })
  const run = await runOf(read, id, 1)
  if (!run) throw new Error('the letters of the demonstration are not printed')
  await done('printed', confirmPrinted(town.daysAgo(callAgo - 2), clerk, { slug, round: 1 }))
  return Array.from({ length: letters }, (_, i) => codeOf(run.key, i + 1))
}

/** As a register writes it: invented addresses, and no names. */
function register(): string {
  const rows = Array.from({ length: addresses }, (_, i) =>
    [
      `${streets[i % streets.length]} ${1 + Math.floor(i / streets.length)}`,
      '5700',
      'Lindhavn',
      genders[i % 2],
      ages[(i * 7) % 4],
      i % 5 === 0 ? `h${i % 40}` : '',
    ].join(';'),
  )
  return ['address;postcode;town;Gender;Age;household', ...rows].join('\n')
}

type Answering = {
  readonly code: string
  readonly ago: number
  readonly actor: Actor
  /** Null: yes. */
  readonly reason: string | null
}

async function answer(town: Lindhavn, { code, ago, actor, reason }: Answering): Promise<void> {
  const at = town.daysAgo(ago)
  const opened = await done('letter', openLetter(at, actor, { typed: code, client: null }))
  if (opened.kind !== 'opened') throw new Error('a letter of the demonstration does not open')
  const answering = { token: createHash('sha256').update(opened.token).digest(), timeZone: town.place.timeZone }
  if (reason === null) await done('yes', acceptLetter(at, actor, answering))
  else await done('no', declineLetter(at, actor, { ...answering, reason }))
}

async function playCaller(town: Lindhavn, problem: Problem): Promise<void> {
  const [profile] = (await adoptedMandate(town.database.read(town.place.id), problem.id))?.profiles ?? []
  if (!profile) throw new Error(`no profile in ${problem.slug}`)
  const caller = {
    way: 'phone',
    name: 'Grethe Moos',
    address: 'Gas Lane 3\n5700 Lindhavn',
    phone: '',
    language: 'en',
    code: '',
    profile: profile.id,
    motivation: 'I worked in the retort house for twenty years. Somebody should know where the pipes lie.',
    tie: 'I live in Gas Lane.',
    gender: 'woman',
    told: {},
  } as const
  await done('caller', recordApplication(town.daysAgo(1), town.people.facilitator, { slug: problem.slug, ...caller }))
}
