import type { Id } from '@folkmoot/basics/ids.ts'
import type { Stratum } from '@folkmoot/sortition/invite.ts'
import type { Read } from '../../../platform/db/index.ts'
import { openKept } from '../../../platform/ledger/index.ts'
import { publishCounts } from '@folkmoot/tally/publish-counts.ts'
import { drawFrom } from './drawing.ts'
import { lettersFormat, lettersRowsFormat, type LettersFile, type LettersRowsFile } from './letters-file.ts'
import * as store from './store.ts'

type PublishedRound = LettersFile['rounds'][number]

type Strata = readonly PublishedRound['strata'][]

/** Drawing again from 50,000 addresses takes a fifth of a second: anybody may ask, as often as she likes, and it is done once. */
const keptStrata = openKept<Strata>(60)

/** What everybody may have of the letters of a case; undefined while nothing was drawn. */
export async function publishedLetters(read: Read, problem: Id<'problem'>): Promise<LettersFile | undefined> {
  const [list, rounds] = await Promise.all([store.listOf(read, problem), store.roundsOf(read, problem)])
  if (!list || rounds.length === 0) return undefined
  // A draw follows from the list and the seed: while these stand, it is the same.
  const version = [list.hash, ...rounds.map(({ hash }) => hash)].join()
  const strata = list.isErased
    ? []
    : await keptStrata({ key: `${read.jurisdiction} ${problem}`, version }, () =>
        strataOf(read, problem, { list, rounds }),
      )
  return {
    format: lettersFormat,
    list: {
      count: list.count,
      hash: list.hash,
      listedAt: list.importedAt.toString(),
      features: list.features.map(({ id, name, values }) => ({
        id,
        name,
        values: values.map((value) => ({ id: value.id, name: value.name })),
      })),
    },
    rounds: rounds.map((round, at) => ({
      round: round.round,
      letters: round.letters,
      strataBy: [...round.strataBy],
      expected: { ...round.expected },
      seed: round.seed,
      hash: round.hash,
      drawnAt: round.drawnAt.toString(),
      strata: strata[at] ?? null,
    })),
  }
}

async function strataOf(
  read: Read,
  problem: Id<'problem'>,
  { list, rounds }: { readonly list: store.KeptList; readonly rounds: readonly store.Round[] },
): Promise<Strata> {
  const [addresses, drawn] = await Promise.all([store.addressesOf(read, problem), store.drawnIn(read, problem)])
  return rounds.map((round) => {
    const written = new Set(drawn.filter((one) => one.round < round.round).map(({ address }) => address))
    return publishedStrata(drawFrom(addresses, { draw: round, features: list.features, written }).strata)
  })
}

/** Few lines of a kind in a register are people one may know; where one number of a group is kept back, none of it is said. */
export function publishedStrata(strata: readonly Stratum[]): NonNullable<PublishedRound['strata']> {
  const [listed, open, drawn] = (['listed', 'open', 'drawn'] as const).map((name) =>
    publishCounts(strata.map((stratum) => stratum[name])),
  )
  return strata.map(({ values }, at) => ({
    values: [...values],
    listed: listed?.[at] ?? 'withheld',
    open: open?.[at] ?? 'withheld',
    drawn: drawn?.[at] ?? 'withheld',
  }))
}

/** The list with its salt; undefined when there is none, or it is erased. */
export async function lettersRows(read: Read, problem: Id<'problem'>): Promise<LettersRowsFile | undefined> {
  const salt = await store.saltOf(read, problem)
  if (!salt) return undefined
  const addresses = await store.addressesOf(read, problem)
  return {
    format: lettersRowsFormat,
    salt: salt.toString('hex'),
    addresses: addresses.map(({ name, lines, postcode, town, household, values }) => ({
      name,
      lines: [...lines],
      postcode,
      town,
      household,
      values: [...values],
    })),
  }
}
