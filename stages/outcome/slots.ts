import { bodiesOf } from '@folkmoot/basics/actor.ts'
import type { Visit } from '../../platform/http/index.ts'
import {
  waitingIn,
  type JourneyPart,
  type Waiting,
  type WaitingAsked,
  type WaitingList,
} from '../../platform/thread/index.ts'
import type { Problem } from '../problem/index.ts'
import * as accountStore from './account/store.ts'
import { outcomeWords } from './messages/words.ts'
import { numberWords } from './money.ts'
import { isOnlyMeasured, readingOf } from './rules.ts'
import * as store from './store.ts'
import { surveysWaiting } from './surveys/slots.ts'

/** What the pages across stages show of what came of it. */

export async function outcomeJourneyPart(visit: Visit, problem: Problem): Promise<JourneyPart> {
  const say = outcomeWords.say(visit.lang)
  const indicators = await store.indicatorsOf(visit.read, problem.id)
  const links = [{ text: say('journey.link'), href: visit.to('outcome.page', { problem: problem.slug }) }]
  const measured = indicators.filter((indicator) => indicator.measurements.length > 0)
  if (indicators.length === 0) {
    return {
      state: 'coming',
      figure: '',
      sentences: [say(problem.source === null ? 'journey.coming' : 'journey.unknown')],
      links,
    }
  }
  // Where no source names a target there is nothing of which so many would have been reached.
  const figure = indicators.every(isOnlyMeasured)
    ? say('journey.figure-told', { count: measured.length })
    : say('journey.figure', { measured: measured.length, count: indicators.length })
  if (measured.length === 0)
    return { state: 'coming', figure, sentences: [say('journey.intended', { count: indicators.length })], links }
  const sentences = measured.slice(0, 2).map((indicator) => {
    const latest = indicator.measurements.at(-1)
    const reading = readingOf(indicator.baselineValue, indicator.targetValue, latest?.value)
    const value = latest ? numberWords(latest.value, visit.lang) : ''
    return say(problem.source === null ? 'journey.measured' : 'journey.measured-told', {
      name: indicator.name,
      value,
      unit: indicator.unit,
      reading: say(`reading.${reading}`),
    })
  })
  const isDone =
    measured.length === indicators.length &&
    // Nobody signs the account of a told case here.
    (indicators.every(({ source }) => source !== null) ||
      (await accountStore.accountsOf(visit.read, problem.id)).some((one) => one.signedAt !== null))
  return { state: isDone ? 'done' : 'now', figure, sentences, links }
}

/** A prepared account waits for a politician of the body to sign it; a survey for everybody it asks. */
export async function outcomeWaitingFor(visit: Visit, asked: WaitingAsked): Promise<WaitingList> {
  const [surveys, signing] = await Promise.all([surveysWaiting(visit), signingWaits(visit, asked)])
  return waitingIn([surveys, signing], visit.now)
}

async function signingWaits(visit: Visit, asked: WaitingAsked): Promise<WaitingList> {
  const { actor, read } = visit
  if (actor.person === null) return waitingIn([], visit.now)
  const say = outcomeWords.say(visit.lang)
  const bodies = bodiesOf(actor, 'politician')
  const { first, count } = await accountStore.unsignedAccounts(read, { ...asked, bodies })
  const waiting = first.map(({ slug, whatCame }): Waiting => ({
    due: null,
    title: say('waiting.sign'),
    detail: whatCame.slice(0, 140),
    act: { text: say('waiting.sign-act'), href: visit.to('outcome.page', { problem: slug }) },
  }))
  return { first: waiting, count, late: 0 }
}
