import { anyone, signedIn } from '@folkmoot/basics/actor.ts'
import {
  field,
  fields,
  notFound,
  readForm,
  redirectSaying,
  refused,
  route,
  type Reply,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import { answerSurvey, openSurvey } from './commands.ts'
import { answersOf, items, itemsFor, pagesOf, type Item } from './instruments.ts'
import { surveysWords } from './messages/words.ts'
import { noAnswer } from './pages/survey-page.tsx'
import { mayOpen, moments, type Moment } from './rules.ts'
import { momentOf, surveyPage, surveysPage } from './show.tsx'
import * as store from './store.ts'

const openForm = fields({ moment: field.choice(moments), closesOn: field.date() })

const fieldsOfRefusals: Readonly<Record<string, string>> = {
  'closes-too-soon': 'closesOn',
  'closes-too-late': 'closesOn',
}

export const surveysRoutes: readonly Route[] = [
  route('outcome.surveys', { allowed: anyone, records: 'nothing' }, (visit) => surveysPage(visit)),

  route('outcome.open-survey', { allowed: mayOpen, records: ['outcome.survey-opened'] }, async (visit) => {
    const form = readForm(visit, openForm)
    if (!form.ok) return surveysPage(visit, form.errors)
    const { problem: slug } = visit.params
    const input = { slug, place: visit.jurisdiction, ...form.value }
    const opened = await openSurvey(visit.database, visit.actor, input)
    const say = surveysWords.say(visit.lang)
    if (opened.ok)
      return redirectSaying(visit.to('outcome.surveys', { problem: slug }), {
        text: say('done.opened'),
        next: say('done.opened-next'),
      })
    const { refusal } = opened
    if (refusal === 'no-such-problem') return notFound()
    return surveysPage(visit, [{ field: fieldsOfRefusals[refusal] ?? 'moment', text: say(`refused.${refusal}`) }])
  }),

  route('outcome.survey', { allowed: signedIn, records: 'nothing' }, (visit) => surveyPage(visit)),

  // Nothing is recorded: that somebody answered is the first step to what she answered.
  route('outcome.answer-survey', { allowed: signedIn, records: 'nothing' }, (visit) => answer(visit)),
]

type AtSurvey = Visit & { readonly params: { readonly problem: string; readonly moment: string } }

async function answer(visit: AtSurvey): Promise<Reply> {
  const { problem: slug } = visit.params
  const say = surveysWords.say(visit.lang)
  const moment = momentOf(visit.params.moment)
  if (!moment) return notFound()
  const { answers, wrong } = readAnswers(visit)
  if (wrong.length > 0)
    return surveyPage(
      visit,
      wrong.map(({ key }) => ({ field: key, text: say('refused.not-on-scale') })),
    )
  const kept = await answerSurvey(visit.database, visit.actor, { slug, moment, answers })
  if (!kept.ok) {
    if (kept.refusal === 'no-such-problem' || kept.refusal === 'no-such-survey') return notFound()
    return refused(say(`refused.${kept.refusal}`))
  }
  return toNext(visit, moment)
}

/** What was chosen of all there is; the command takes what she was asked. */
function readAnswers({ form }: Visit) {
  const answers = new Map<Item, number | null>()
  const wrong: Item[] = []
  for (const item of items) {
    const [sent, ...more] = form.typed[item.key] ?? []
    if (sent === undefined) continue
    if (sent === noAnswer && more.length === 0) answers.set(item, null)
    else if (more.length === 0 && answersOf(item).map(String).includes(sent)) answers.set(item, Number(sent))
    else wrong.push(item)
  }
  return { answers, wrong }
}

async function toNext(visit: AtSurvey, moment: Moment): Promise<Reply> {
  const say = surveysWords.say(visit.lang)
  const { problem: slug } = visit.params
  const { account } = visit.actor
  const waiting = account === null ? [] : await store.waitingForAnswers(visit.read, account)
  const round = waiting.find((one) => one.slug === slug && one.moment === moment)
  const pages = round ? pagesOf(itemsFor(round.as, moment)).length : 0
  const next = Number(visit.form.typed['page']?.[0] ?? pages) + 1
  if (round && next <= pages)
    return redirectSaying(`${visit.to('outcome.survey', { problem: slug, moment })}?page=${next}`, {
      text: say('done.kept'),
      next: say('done.kept-next', { page: next, pages }),
    })
  const deadline = round ? visit.time.deadline(round.closesAt) : ''
  return redirectSaying(visit.to('outcome.surveys', { problem: slug }), {
    text: say('done.kept'),
    next: say('done.kept-last-next', { deadline }),
  })
}
