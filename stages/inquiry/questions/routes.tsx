import { anyone } from '@folkmoot/basics/actor.ts'
import { parseId } from '@folkmoot/basics/ids.ts'
import {
  field,
  fields,
  readForm,
  redirectSaying,
  refused,
  route,
  type Done,
  type FieldError,
  type Reply,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import * as commands from './commands.ts'
import { questionWords, type QuestionKey } from './messages/words.ts'
import * as rules from './rules.ts'
import { atOf, nearQuestions, questionPage, questionsPage } from './show.tsx'

const askForm = fields({
  to: field.text({ most: 40 }),
  question: field.line({ least: 10, most: 300 }),
  background: field.optionalText({ most: 2000 }),
  another: field.ticked(),
})
const answerForm = fields({ reply: field.text({ most: 8000 }), again: field.ticked() })
const judgeForm = fields({ verdict: field.choice(['yes', 'no']), words: field.optionalText({ most: 1000 }) })

export const questionRoutes: readonly Route[] = [
  route('inquiry.questions', { allowed: anyone, records: 'nothing' }, (visit) => questionsPage(visit)),

  route('inquiry.ask', { allowed: rules.mayAsk, records: ['inquiry.question-asked'] }, async (visit) => {
    const form = readForm(visit, askForm)
    if (!form.ok) return questionsPage(visit, form.errors)
    const { to: typedTo, another, ...words } = form.value
    const to = typedTo === 'administration' ? null : parseId('person', typedTo)
    if (to === undefined) return questionsPage(visit, [{ field: 'to', text: visit.common('choose-one') }])
    const near = another ? [] : await nearQuestions(visit, words.question)
    if (near.length > 0) return questionsPage(visit, [], near)
    const input = { slug: visit.params.problem, to, ...words, language: visit.lang, calendar: visit.jurisdiction }
    const asked = await commands.askQuestion(visit.database, visit.actor, input)
    if (asked.ok)
      return redirectSaying(
        visit.to('inquiry.question', { problem: visit.params.problem, number: asked.value.number }),
        {
          text: say(visit)('done.asked'),
          next: say(visit)('done.asked-next', {
            deadline: visit.time.deadline(rules.dueAfter(visit.now, visit.jurisdiction)),
          }),
        },
      )
    return isAboutWhom(asked.refusal)
      ? questionsPage(visit, [errorOn(visit, 'to', asked.refusal)])
      : refusedWith(visit, asked.refusal)
  }),

  route('inquiry.question', { allowed: anyone, records: 'nothing' }, (visit) => questionPage(visit)),

  route('inquiry.answer', { allowed: rules.mayAnswer, records: ['inquiry.question-answered'] }, async (visit) => {
    const form = readForm(visit, answerForm)
    if (!form.ok) return questionPage(visit, form.errors)
    const answered = await commands.answerQuestion(visit.database, visit.actor, { ...atOf(visit), ...form.value })
    if (answered.ok) return redirectSaying(visit.to('inquiry.question', visit.params), done(visit, 'answered'))
    if (answered.refusal === 'very-like')
      return questionPage(visit, [errorOn(visit, 'again', 'very-like')], form.value.reply)
    return refusedWith(visit, answered.refusal)
  }),

  route('inquiry.ask-too', { allowed: rules.mayAsk, records: ['inquiry.question-joined'] }, async (visit) => {
    const joined = await commands.askToo(visit.database, visit.actor, atOf(visit))
    if (!joined.ok) return refusedWith(visit, joined.refusal)
    return redirectSaying(visit.to('inquiry.question', visit.params), done(visit, 'joined'))
  }),

  route('inquiry.ask-no-more', { allowed: rules.mayAsk, records: ['inquiry.question-left'] }, async (visit) => {
    const left = await commands.askNoMore(visit.database, visit.actor, atOf(visit))
    if (!left.ok) return refusedWith(visit, left.refusal)
    return redirectSaying(visit.to('inquiry.question', visit.params), done(visit, 'left'))
  }),

  route('inquiry.judge', { allowed: rules.mayAsk, records: ['inquiry.answer-judged'] }, async (visit) => {
    const form = readForm(visit, judgeForm)
    if (!form.ok) return questionPage(visit, form.errors)
    const { verdict, words } = form.value
    const input = { ...atOf(visit), isAnswer: verdict === 'yes', words, calendar: visit.jurisdiction }
    const judged = await commands.judgeAnswer(visit.database, visit.actor, input)
    if (judged.ok)
      return redirectSaying(
        visit.to('inquiry.question', visit.params),
        done(visit, input.isAnswer ? 'settled' : 'reopened'),
      )
    if (judged.refusal === 'say-what-is-missing') return questionPage(visit, [errorOn(visit, 'words', judged.refusal)])
    return refusedWith(visit, judged.refusal)
  }),
]

type RefusalKey = Extract<QuestionKey, `refused.${string}`> extends `refused.${infer Code}` ? Code : never

function say(visit: Visit) {
  return questionWords.say(visit.lang)
}

function done(visit: Visit, what: 'answered' | 'settled' | 'reopened' | 'joined' | 'left'): Done {
  return { text: say(visit)(`done.${what}`), next: say(visit)(`done.${what}-next`) }
}

function isAboutWhom(code: RefusalKey): boolean {
  return code === 'not-a-politician' || code === 'ask-another'
}

function errorOn(visit: Visit, name: string, code: RefusalKey): FieldError {
  return { field: name, text: say(visit)(`refused.${code}`) }
}

function refusedWith(visit: Visit, code: RefusalKey): Reply {
  return refused(say(visit)(`refused.${code}`))
}
