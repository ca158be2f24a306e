import { createHash } from 'node:crypto'
import type { Id } from '@folkmoot/basics/ids.ts'
import { setFeature, tellOfMyself } from '../../../stages/arena/features/commands.ts'
import type { FeatureTerms } from '../../../stages/arena/features/rules.ts'
import { featuresOf, type Feature } from '../../../stages/arena/features/store.ts'
import { guessValue, valuesIn } from '../../../stages/arena/population/columns.ts'
import { importPopulation } from '../../../stages/arena/population/commands.ts'
import type { Becomes } from '../../../stages/arena/population/form.ts'
import { readTable } from '../../../stages/arena/population/table.ts'
import { choosePopulation } from '../../../stages/arena/representation/commands.ts'
import { populations } from '../../../stages/arena/population/store.ts'
import { done } from './done.ts'
import type { PersonKey } from './cast.ts'
import type { Lindhavn } from './found.ts'

/** Long before the first case of the demonstration is called together. */
const countedSince = 700

/** As an office would send it: invented, like the town. */
const file = `gender;ageGroup;count
Female;Under 30;9.140
Female;30 to 64;16.630
Female;65 or older;8.230
Male;Under 30;9.580
Male;30 to 64;16.300
Male;65 or older;7.020
`

const genderTerms = [
  { id: null, name: 'Woman', code: 'woman', isOffered: true },
  { id: null, name: 'Man', code: 'man', isOffered: true },
  { id: null, name: 'Another gender', code: 'other', isOffered: true },
] as const

const ages = ['Under 30', '30 to 64', '65 or older'] as const

/** Who told what: women, men, and how old; a few told one thing only, some nothing. */
const told: readonly (readonly [PersonKey, 'woman' | 'man' | null, (typeof ages)[number] | null])[] = [
  ['ragna', 'woman', '30 to 64'],
  ['tomas', 'man', '30 to 64'],
  ['yasmin', 'woman', '30 to 64'],
  ['idris', 'man', '30 to 64'],
  ['nadia', 'woman', '30 to 64'],
  ['birgit', 'woman', '65 or older'],
  ['pia', 'woman', '30 to 64'],
  ['sanne', 'woman', '30 to 64'],
  ['amira', 'woman', '30 to 64'],
  ['alma', 'woman', '65 or older'],
  ['kaya', 'woman', 'Under 30'],
  ['mina', 'woman', '30 to 64'],
  ['jens', 'man', '65 or older'],
  ['leo', 'man', 'Under 30'],
  ['sofie', 'woman', '30 to 64'],
  ['viktor', 'man', '65 or older'],
  ['hanna', 'woman', '30 to 64'],
  ['emil', 'man', '30 to 64'],
  ['zara', 'woman', '30 to 64'],
  ['otto', 'man', '65 or older'],
  ['freja', 'woman', '30 to 64'],
  ['samir', null, '30 to 64'],
  ['karen', 'woman', '65 or older'],
  ['noah', 'man', null],
]

/** What Lindhavn counts people by, what it is made up of, and what its people have told of themselves. */
export async function playCounting(town: Lindhavn): Promise<void> {
  const { clerk } = town.people
  const at = town.daysAgo(countedSince)
  const gender: FeatureTerms = { id: null, name: 'Gender', kind: 'gender', isOffered: true, values: genderTerms }
  const age: FeatureTerms = {
    id: null,
    name: 'Age',
    kind: 'other',
    isOffered: true,
    values: ages.map((name) => ({ id: null, name, code: null, isOffered: true })),
  }
  await done('gender', setFeature(at, clerk, gender))
  await done('age', setFeature(at, clerk, age))
  const features = await featuresOf(town.database.read(town.place.id))
  await playTable(town, features)
  const then = town.daysAgo(countedSince - 1)
  for (const [who, ...answers] of told) await done(who, tellOfMyself(then, town.people[who], toldOf(features, answers)))
  // Four of five who vote have told; men and the old are more than their share, as they often are.
  for (const [at, voter] of [...town.voters, ...town.otherVoters].entries()) {
    if (at % 5 === 4) continue
    const answers = [at % 3 === 0 ? 'woman' : 'man', ages[[2, 2, 1, 2, 1, 1, 1, 2, 0][at % 9] ?? 0] ?? null] as const
    await done(voter.name, tellOfMyself(then, voter, toldOf(features, answers)))
  }
}

function toldOf(features: readonly Feature[], answers: readonly (string | null)[]) {
  return new Map(
    features.flatMap((feature, i): [Id<'feature'>, Id<'feature-value'>][] => {
      const value = feature.values.find(({ name, code }) => answers[i] !== null && (code ?? name) === answers[i])
      return value ? [[feature.id, value.id]] : []
    }),
  )
}

async function playTable(town: Lindhavn, features: readonly Feature[]): Promise<void> {
  const bytes = new TextEncoder().encode(file)
  const read = readTable(bytes)
  if (!read.ok) throw new Error(`the table of Lindhavn: ${read.fault.code}`)
  const table = read.value
  const imported = await importPopulation(town.daysAgo(countedSince), town.people.clerk, {
    name: 'Lindhavn by gender and age',
    source: 'Invented, like the town',
    asOf: '1 January 2026',
    fileName: 'lindhavn-gender-age.csv',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    table,
    count: 2,
    answers: {
      chosen: [],
      features: features.map((feature, column) => {
        const answers = valuesIn(table, column)
        const becomes = answers.map((answer): [string, Becomes] => {
          const value = guessValue(answer, feature)
          return [answer, value ? { kind: 'value', id: value.id } : { kind: 'new' }]
        })
        return { column, feature, answers, becomes: new Map(becomes) }
      }),
    },
  })
  if (!imported.ok) throw new Error(`the table of Lindhavn: ${JSON.stringify(imported)}`)
}

/** The clerk says that a case is compared with the table of the town, where a story has brought one in. */
export async function playComparison(town: Lindhavn, slug: string, ago: number): Promise<void> {
  const [table] = await populations(town.database.read(town.place.id))
  if (!table) return
  await done('comparison', choosePopulation(town.daysAgo(ago), town.people.clerk, { slug, population: table.id }))
}
