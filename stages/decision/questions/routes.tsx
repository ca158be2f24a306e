import { anyone } from '@folkmoot/basics/actor.ts'
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
} from '../../../platform/http/index.ts'
import { mayAnswer } from '../rules.ts'
import type { AtProblem } from '../show.tsx'
import * as commands from './commands.ts'
import { meetingQuestionWords, type MeetingQuestionKey } from './messages/words.ts'
import * as rules from './rules.ts'
import { meetingsCalendar, questionsPage } from './show.tsx'

const askForm = fields({ about: field.optionalText({ most: 10 }), text: field.text({ most: 1000 }) })
const replyForm = fields({ reply: field.text({ most: 4000 }) })

export const meetingQuestionRoutes: readonly Route[] = [
  route('decision.questions', { allowed: anyone, records: 'nothing' }, (visit) => questionsPage(visit)),
  route('decision.calendar', { allowed: anyone, records: 'nothing' }, meetingsCalendar),

  route('decision.ask', { allowed: rules.mayAsk, records: ['decision.question-put'] }, async (visit) => {
    const form = readForm(visit, askForm)
    if (!form.ok) return questionsPage(visit, form.errors)
    const { about, text } = form.value
    const asked = await commands.askAtMeeting(visit.database, visit.actor, {
      slug: visit.params.problem,
      place: visit.jurisdiction,
      about: about === '' ? null : Number(about),
      text,
      language: visit.lang,
    })
    if (!asked.ok) return complain(visit, asked.refusal, 'text')
    return redirectSaying(`${visit.to('decision.questions', visit.params)}#question-${asked.value.number}`, {
      text: say(visit, 'done.asked'),
      next: say(visit, 'done.asked-next'),
    })
  }),

  route('decision.reply', { allowed: mayAnswer, records: ['decision.question-answered'] }, async (visit) => {
    const form = readForm(visit, replyForm)
    if (!form.ok) return questionsPage(visit, form.errors)
    const { problem: slug, number } = visit.params
    const replied = await commands.replyAtMeeting(visit.database, visit.actor, {
      slug,
      place: visit.jurisdiction,
      number: Number(number),
      reply: form.value.reply,
    })
    if (!replied.ok) return complain(visit, replied.refusal, 'reply')
    return redirectSaying(`${visit.to('decision.questions', { problem: slug })}#question-${number}`, {
      text: say(visit, 'done.replied'),
      next: say(visit, 'done.replied-next'),
    })
  }),
]

type Refusal = MeetingQuestionKey extends infer Key ? (Key extends `refused.${infer Code}` ? Code : never) : never

function say(visit: { readonly lang: string }, key: MeetingQuestionKey): string {
  return meetingQuestionWords.say(visit.lang)(key)
}

const aboutRights: readonly string[] = ['staff-never-ask', 'staff-never-answer', 'not-invited', 'not-in-recipient-body']

/** Who may not hears so; whatever else keeps what was typed. */
async function complain(visit: AtProblem, code: Refusal | 'no-such-problem', on: string): Promise<Reply> {
  if (code === 'no-such-problem') return notFound()
  const text = say(visit, `refused.${code}`)
  return aboutRights.includes(code) ? refused(text, 403) : questionsPage(visit, [{ field: on, text }])
}
