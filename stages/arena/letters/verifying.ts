import { exactShares } from '@folkmoot/sortition/invite.ts'
import { drawFrom, hashOfDraw, hashOfList, shareExpected } from './drawing.ts'
import type { LettersFile, LettersRowsFile } from './letters-file.ts'
import { publishedStrata } from './published.ts'

type Round = LettersFile['rounds'][number]
/** One thing that was checked: true, false with what was found, or not checked and why. */
export type LettersFinding = { readonly what: string; readonly is: boolean | null; readonly found?: string }
type Is = Omit<LettersFinding, 'what'>

/** What anybody can check of the letters with what was published, and with the list what only those can who have it. */
export function verifyLetters(file: LettersFile, rows: LettersRowsFile | undefined): readonly LettersFinding[] {
  return [
    { what: 'There are no more letters than lines in the list', ...lettersFit(file) },
    ...file.rounds.flatMap((round) => [
      { what: `Round ${round.round}: it was drawn after the list lay fixed`, ...drawnAfter(file, round) },
      { what: `Round ${round.round}: each group got its share of the letters, to within one`, ...sharesFit(round) },
    ]),
    ...withRows(file, rows),
  ]
}

function lettersFit({ list, rounds }: LettersFile): Is {
  const letters = rounds.reduce((sum, round) => sum + round.letters, 0)
  return letters <= list.count ? { is: true } : { is: false, found: `${letters} letters, ${list.count} lines` }
}

function drawnAfter({ list }: LettersFile, { drawnAt }: Round): Is {
  const isAfter = Temporal.Instant.compare(Temporal.Instant.from(list.listedAt), Temporal.Instant.from(drawnAt)) <= 0
  return isAfter ? { is: true } : { is: false, found: `${drawnAt} is before ${list.listedAt}` }
}

function sharesFit({ strata, letters, expected }: Round): Is {
  if (strata === null) return { is: null, found: 'the addresses have been erased, as they were promised' }
  const known = strata.flatMap(({ values, listed, open, drawn }) =>
    typeof listed === 'number' && typeof open === 'number' && typeof drawn === 'number'
      ? [{ values, listed, open, drawn }]
      : [],
  )
  if (known.length < strata.length)
    return { is: null, found: 'some groups are so small that their numbers are not said' }
  const sum = known.reduce((all, { drawn }) => all + drawn, 0)
  if (sum !== letters) return { is: false, found: `the groups got ${sum} letters, and ${letters} were drawn` }
  const shares = exactShares(known, { letters, expected: (values) => shareExpected(values, expected) })
  const wrong = known.findIndex(({ drawn }, at) => Math.abs(drawn - (shares[at] ?? 0)) >= 1 + 1e-9)
  return wrong === -1
    ? { is: true }
    : { is: false, found: `${known[wrong]?.drawn} letters, and the share is ${shares[wrong]?.toFixed(2)}` }
}

function withRows(file: LettersFile, rows: LettersRowsFile | undefined): readonly LettersFinding[] {
  const locked = 'The list is the one whose sum was published'
  const again = (round: Round): string => `Round ${round.round}: drawn again, the very same letters come out`
  const counted = (round: Round): string =>
    `Round ${round.round}: the numbers of each group are those that were published`
  if (!rows) {
    const found = 'needs the list, which only the clerk has'
    return [locked, ...file.rounds.flatMap((round) => [again(round), counted(round)])].map((what) => ({
      what,
      is: null,
      found,
    }))
  }
  const hash = hashOfList(rows.addresses, Buffer.from(rows.salt, 'hex')).toString('hex')
  const isSame = hash === file.list.hash && rows.addresses.length === file.list.count
  const written = new Set<number>()
  const addresses = rows.addresses.map((address, at) => ({ ...address, number: at + 1 }))
  return [
    { what: locked, ...(isSame ? { is: true } : { is: false, found: `${hash} is not ${file.list.hash}` }) },
    ...file.rounds.flatMap((round) => {
      const { numbers, strata } = drawFrom(addresses, { draw: round, features: file.list.features, written })
      for (const number of numbers) written.add(number)
      const drawn = hashOfDraw(numbers).toString('hex')
      return [
        { what: again(round), ...(drawn === round.hash ? { is: true } : { is: false, found: `${drawn} comes out` }) },
        { what: counted(round), ...countsFit(round, publishedStrata(strata)) },
      ]
    }),
  ]
}

function countsFit({ strata }: Round, found: NonNullable<Round['strata']>): Is {
  if (strata === null) return { is: null, found: 'none were published: the addresses were erased before' }
  return JSON.stringify(strata) === JSON.stringify(found) ? { is: true } : { is: false }
}
