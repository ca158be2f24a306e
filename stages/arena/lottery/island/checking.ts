// First: what reads the file looks at this when it is loaded.
import './without-eval.ts'
import { publicChecks, type Check, type Is } from '../checks.ts'
import { readDrawFile, type DrawFile } from '../draw-file.ts'
import { fill, type ReplayWords } from './words.ts'

/** Fetches what was published of a draw and checks it as the command does, one thing after the other, until it is done or stopped. */
export async function replay(place: HTMLElement, begin: HTMLButtonElement): Promise<void> {
  const words = JSON.parse(place.dataset['words'] ?? '{}') as ReplayWords // written by the page, with all of them
  const part = partsOf(place)
  const stopping = new AbortController()
  const stop = (): void => stopping.abort()
  part.stop.addEventListener('click', stop)
  part.steps.replaceChildren()
  begin.hidden = true
  part.running.hidden = false
  part.stop.focus()
  try {
    part.said.textContent = await checked(place.dataset['file'] ?? '', { words, part, signal: stopping.signal })
  } catch {
    part.said.textContent = stopping.signal.aborted ? words.stopped : words.failed
  } finally {
    part.stop.removeEventListener('click', stop)
    part.running.hidden = true
    begin.hidden = false
    begin.focus()
  }
}

type Parts = {
  readonly running: HTMLElement
  readonly bar: HTMLProgressElement
  readonly stop: HTMLButtonElement
  readonly steps: HTMLElement
  readonly said: HTMLElement
}

function partsOf(place: HTMLElement): Parts {
  const [running, steps, said] = ['running', 'steps', 'said'].map((name) =>
    place.querySelector<HTMLElement>(`[data-replay-${name}]`),
  )
  const [bar, stop] = [place.querySelector('progress'), place.querySelector<HTMLButtonElement>('[data-replay-stop]')]
  if (!running || !bar || !stop || !steps || !said) throw new Error('the page has no place for the checks')
  return { running, bar, stop, steps, said }
}

type Checking = { readonly words: ReplayWords; readonly part: Parts; readonly signal: AbortSignal }

async function checked(file: string, { words, part, signal }: Checking): Promise<string> {
  // Plain http has no codes: the browser keeps them for safe pages.
  if (!globalThis.isSecureContext) return words.unsafe
  part.said.textContent = words.file
  part.bar.value = 0
  const draw = await fetched(file, signal)
  const checks = publicChecks(draw)
  part.bar.max = checks.length
  const verdicts: Is[] = []
  for (const [at, check] of checks.entries()) {
    const what = words.checks[check.what]
    part.said.textContent = fill(words.step, { step: String(at + 1), of: String(checks.length), what })
    // The page is drawn and the button heard between two checks.
    await new Promise((resolve) => setTimeout(resolve, 60))
    signal.throwIfAborted()
    const verdict = await check.run()
    verdicts.push(verdict)
    part.steps.append(line(check, verdict, words))
    part.bar.value = at + 1
  }
  const count = (is: boolean): string => String(verdicts.filter((one) => one.is === is).length)
  const isGood = count(false) === '0'
  return fill(isGood ? words.good : words.bad, { count: count(isGood), of: String(checks.length) })
}

async function fetched(file: string, signal: AbortSignal): Promise<DrawFile> {
  const response = await fetch(file, { signal })
  const draw = readDrawFile(response.ok ? await response.text() : '')
  if (!draw.ok) throw new Error('no published draw')
  return draw.value
}

function line({ what }: Check, { is, found }: Is, words: ReplayWords): HTMLElement {
  const item = document.createElement('li')
  const verdict = document.createElement('strong')
  verdict.textContent = is === null ? words.skipped : is ? words.ok : words.no
  if (is !== null) verdict.className = is ? 'fm-okword' : 'fm-noword'
  const why = found ? ` (${fill(words.found[found.why], found.values)})` : ''
  item.append(verdict, ` ${words.checks[what]}${why}`)
  return item
}
