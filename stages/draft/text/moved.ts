import type { ChangedPassages, Passage, Run } from './changed-passages.ts'

/** A letter that was written anew where it was moved to, and the letter it was before. */
export type Moved = { readonly to: Letter; readonly from: Letter }

export type Letter = { readonly client: number; readonly clock: number }

/** So many letters alike are no chance: some two words. What is moved whole may be shorter. */
export const leastAlike = 12

type Open = { readonly text: string; readonly letters: readonly Letter[] }

/**
 * Finds what an update takes out again in what it writes: whole passages first, then any 12 letters alike and what follows on them;
 * and where the letters left over are the same ones on both sides, nothing was written at all, and each is found. A letter that
 * went is found once: none becomes two. `fresh` is what was found nowhere.  O(n log n) of the letters of the update.
 */
export function movedIn({ gone, written }: ChangedPassages): {
  readonly moved: readonly Moved[]
  readonly fresh: readonly Passage[]
} {
  // Somebody just writes, or puts in a whole book: nothing to find it in.
  if (gone.length === 0) return { moved: [], fresh: written.flatMap((passage) => knowable(passage)) }
  const going = gone.map(openOf)
  const coming = written.map(openOf)
  const used = new Set<Letter>()
  const from = new Map<Letter, Letter>()
  const pair = (to: Letter | undefined, was: Letter | undefined): void => {
    if (!to || !was) return
    from.set(to, was)
    used.add(was)
  }
  const whole = Map.groupBy(going, ({ text }) => text.trim())
  for (const { text, letters } of coming) {
    const words = text.trim()
    const found = words === '' ? undefined : whole.get(words)?.shift()
    if (!found) continue
    const [to, was] = [text.indexOf(words), found.text.indexOf(words)]
    for (let i = 0; i < words.length; i += 1) pair(letters[to + i], found.letters[was + i])
  }
  const index = indexOf(going.filter(({ letters }) => letters.every((letter) => !used.has(letter))))
  for (const { text, letters } of coming) {
    for (let at = 0; at + leastAlike <= text.length;) {
      const first = letters[at]
      const place =
        first && !from.has(first) ? unusedPlace(index.get(text.slice(at, at + leastAlike)), used) : undefined
      let length = 0
      while (place && isAlike({ text, letters, at: at + length }, { ...place, at: place.at + length }, used)) {
        pair(letters[at + length], place.letters[place.at + length])
        length += 1
      }
      at += Math.max(1, length)
    }
  }
  for (const [to, was] of sameLetters(
    restOf(coming, (letter) => from.has(letter)),
    restOf(going, (letter) => used.has(letter)),
  ))
    pair(to, was)
  return {
    moved: [...from].map(([to, was]) => ({ to, from: was })),
    fresh: written.flatMap((passage, i) => freshIn(passage, coming[i]?.letters ?? [], from)),
  }
}

function openOf({ text, runs }: Passage): Open {
  return { text, letters: lettersOf(runs) }
}

export function lettersOf(runs: readonly Run[]): readonly Letter[] {
  return runs.flatMap(({ client, clock, length }) => Array.from({ length }, (_, i) => ({ client, clock: clock + i })))
}

type Spelled = { readonly char: string; readonly letter: Letter }

function restOf(all: readonly Open[], isDone: (letter: Letter) => boolean): readonly Spelled[] {
  return all
    .flatMap(({ text, letters }) => letters.map((letter, i) => ({ char: text.charAt(i), letter })))
    .filter(({ letter }) => !isDone(letter))
}

/** Editors take out and put in as little as they can: of `ab ab` a word moved may go as `b a`, and come as `ab `. */
function sameLetters(coming: readonly Spelled[], going: readonly Spelled[]): readonly (readonly [Letter, Letter])[] {
  if (coming.length !== going.length) return []
  const [to, was] = [coming, going].map((some) =>
    some.toSorted((a, b) => (a.char < b.char ? -1 : a.char > b.char ? 1 : 0)),
  )
  const pairs = (to ?? []).map((one, i) => [one, was?.[i]] as const)
  if (!pairs.every(([one, other]) => one.char === other?.char)) return []
  return pairs.flatMap(([one, other]) => (other ? [[one.letter, other.letter] as const] : []))
}

type Place = Open & { readonly at: number }

function indexOf(going: readonly Open[]): ReadonlyMap<string, Place[]> {
  const index = new Map<string, Place[]>()
  for (const open of going) {
    for (let at = 0; at + leastAlike <= open.text.length; at += 1) {
      const says = open.text.slice(at, at + leastAlike)
      const places = index.get(says) ?? []
      places.push({ ...open, at })
      index.set(says, places)
    }
  }
  // The first that stood is taken from the end.
  for (const places of index.values()) places.reverse()
  return index
}

/** A place whose letters are gone for good is not looked at twice. */
function unusedPlace(places: Place[] | undefined, used: ReadonlySet<Letter>): Place | undefined {
  for (let place = places?.pop(); place; place = places?.pop()) {
    const { letters, at } = place
    if (letters.slice(at, at + leastAlike).every((letter) => !used.has(letter))) return place
  }
  return undefined
}

function isAlike(to: Place, was: Place, used: ReadonlySet<Letter>): boolean {
  const [char, letter] = [to.text[to.at], was.letters[was.at]]
  return char !== undefined && letter !== undefined && char === was.text[was.at] && !used.has(letter)
}

/** The stretches of which no letter was found. */
function freshIn(passage: Passage, letters: readonly Letter[], from: ReadonlyMap<Letter, Letter>): readonly Passage[] {
  const stretches: { from: number; to: number }[] = []
  letters.forEach((letter, at) => {
    if (from.has(letter)) return
    const last = stretches.at(-1)
    if (last?.to === at) last.to = at + 1
    else stretches.push({ from: at, to: at + 1 })
  })
  return stretches.flatMap((stretch) => knowable(passage, stretch))
}

/** Passages that went, by what they are known again. */
export function takenIn({ gone }: ChangedPassages): readonly Passage[] {
  return gone.flatMap((passage) => knowable(passage))
}

type Stretch = { readonly from: number; readonly to: number }

/** A stretch of a passage without the spaces around; none where it is too short to be known again. */
function knowable({ text, runs }: Passage, { from, to }: Stretch = { from: 0, to: text.length }): readonly Passage[] {
  const words = text.slice(from, to).trim()
  if (words.length < leastAlike) return []
  const start = from + text.slice(from, to).indexOf(words)
  return [{ text: words, runs: partOf(runs, { from: start, to: start + words.length }) }]
}

function partOf(runs: readonly Run[], { from, to }: Stretch): readonly Run[] {
  const part: Run[] = []
  let at = 0
  for (const { client, clock, length } of runs) {
    const [start, end] = [Math.max(from, at), Math.min(to, at + length)]
    if (start < end) part.push({ client, clock: clock + start - at, length: end - start })
    at += length
  }
  return part
}

/** Letters that bear the number of who moved them, and the number of who wrote them first. */
export type FirstWritten = Run & { readonly first: number }

/** Runs of letters to runs of who wrote them: neighbours of one hand are one run. */
export function firstRuns(
  letters: readonly { readonly to: Letter; readonly first: number }[],
): readonly FirstWritten[] {
  const runs: FirstWritten[] = []
  for (const { to, first } of letters) {
    const last = runs.at(-1)
    if (last?.client === to.client && last.clock + last.length === to.clock && last.first === first)
      runs[runs.length - 1] = { ...last, length: last.length + 1 }
    else runs.push({ ...to, length: 1, first })
  }
  return runs
}

/** Says of a run of letters under which number each stretch of it was written first. */
export type FirstHands = (run: Run) => readonly { readonly client: number; readonly length: number }[]

export const everyonesOwn: FirstHands = ({ client, length }) => [{ client, length }]

/** `written` in any order; a run is looked up in O(log n). */
export function firstHands(written: readonly FirstWritten[]): FirstHands {
  const byClient = new Map(
    [...Map.groupBy(written, ({ client }) => client)].map(([client, runs]) => [
      client,
      runs.toSorted((one, other) => one.clock - other.clock),
    ]),
  )
  return ({ client, clock, length }) => {
    const runs = byClient.get(client) ?? []
    const hands: { client: number; length: number }[] = []
    let at = clock
    for (let i = firstEndingAfter(runs, clock); at < clock + length; i += 1) {
      const run = runs[i]
      const from = Math.min(run?.clock ?? Number.POSITIVE_INFINITY, clock + length)
      if (from > at) hands.push({ client, length: from - at })
      at = Math.max(at, from)
      if (!run || at >= clock + length) break
      const to = Math.min(run.clock + run.length, clock + length)
      hands.push({ client: run.first, length: to - at })
      at = to
    }
    return hands
  }
}

function firstEndingAfter(runs: readonly FirstWritten[], clock: number): number {
  let [low, high] = [0, runs.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const run = runs[middle]
    if (run && run.clock + run.length > clock) high = middle
    else low = middle + 1
  }
  return low
}
