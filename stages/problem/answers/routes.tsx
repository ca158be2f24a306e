import { anyone } from '@folkmoot/basics/actor.ts'
import { parseId } from '@folkmoot/basics/ids.ts'
import { isVoteRefusal, voteComplaint, voteFields } from '../../../platform/directory/votes/form.ts'
import { mayConfirmVote, mayRecordVote } from '../../../platform/directory/votes/rules.ts'
import {
  field,
  fields,
  readForm,
  redirectSaying,
  refused,
  route,
  type Done,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import * as commands from './commands.ts'
import * as rules from './rules.ts'
import { agendaPage, answerPage, placesToRefer, say } from './show.tsx'

const answerForm = fields({
  outcome: field.choice(rules.outcomes),
  reason: field.text({ most: 4000 }),
  sponsor: field.optionalText({ most: 36 }),
  referredBody: field.optionalText({ most: 36 }),
  referredName: field.optionalText({ most: 200 }),
  referredPlace: field.optionalText({ most: 36 }),
  ...voteFields,
})
const confirmForm = fields({ resolution: field.text({ most: 36 }) })

export const answerRoutes: readonly Route[] = [
  route('problem.agenda', { allowed: anyone, records: 'nothing' }, (visit) => agendaPage(visit)),

  route('problem.answering', { allowed: mayRecordVote, records: 'nothing' }, (visit) => answerPage(visit)),

  route('problem.draft-answer', { allowed: mayRecordVote, records: ['problem.answer-drafted'] }, async (visit) => {
    const form = readForm(visit, answerForm)
    if (!form.ok) return answerPage(visit, form.errors)
    const { sponsor, referredBody, referredPlace, ...words } = form.value
    const place = (await placesToRefer(visit)).find(({ id }) => id === referredPlace)
    if (referredPlace !== '' && !place)
      return answerPage(visit, [{ field: 'referredPlace', text: visit.common('choose-one') }])
    const { problem: slug } = visit.params
    const drafted = await commands.draftAnswer(visit.database, visit.actor, {
      ...words,
      slug,
      number: Number(visit.params.number),
      language: visit.lang,
      sponsor: parseId('person', sponsor) ?? null,
      referredBody: parseId('body', referredBody) ?? null,
      referredPlace: place?.id ?? null,
    })
    if (!drafted.ok) {
      if (isVoteRefusal(drafted.refusal)) return answerPage(visit, [voteComplaint(visit.lang, drafted.refusal)])
      const text = say(visit)(`refused.${drafted.refusal}`)
      const at = answerField[drafted.refusal]
      return at === undefined ? refused(text) : answerPage(visit, [{ field: at, text }])
    }
    return redirectSaying(visit.to('problem.page', { problem: slug }), done(visit, 'answer-drafted'))
  }),

  route(
    'problem.confirm-answer',
    {
      allowed: mayConfirmVote,
      records: ['problem.body-answered', 'problem.answer-lost', 'problem.sponsored', 'problem.answer-owed'],
    },
    async (visit) => {
      const form = readForm(visit, confirmForm)
      const { problem: slug } = visit.params
      const confirmed = await commands.confirmAnswer(visit.database, visit.actor, {
        slug,
        number: Number(visit.params.number),
        resolution: form.ok ? parseId('resolution', form.value.resolution) : undefined,
      })
      if (!confirmed.ok)
        return refused(
          isVoteRefusal(confirmed.refusal)
            ? voteComplaint(visit.lang, confirmed.refusal).text
            : say(visit)(`refused.${confirmed.refusal}`),
        )
      return redirectSaying(
        visit.to('problem.page', { problem: slug }),
        done(visit, confirmed.value.isAnswered ? 'answered' : 'answer-lost'),
      )
    },
  ),
]

function done(visit: Visit, what: 'answer-drafted' | 'answered' | 'answer-lost'): Done {
  return { text: say(visit)(`done.${what}`), next: say(visit)(`done.${what}-next`) }
}

type Drafted = rules.DraftAnswerRefusal | 'no-such-receiver'

/** Which field a refusal is shown at; left out where there is no form to mend. */
const answerField: Readonly<Partial<Record<Drafted | 'no-such-problem' | 'nothing-owed', string>>> = {
  'no-such-outcome': 'outcome',
  'reason-needed': 'reason',
  'sponsor-needed': 'sponsor',
  'refer-to-whom': 'referredBody',
  'referred-to-itself': 'referredBody',
  'no-such-receiver': 'referredBody',
  'vote-before-owed': 'decidedOn',
}
