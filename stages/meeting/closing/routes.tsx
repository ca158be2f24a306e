import {
  field,
  fields,
  page,
  readForm,
  redirectSaying,
  refused,
  route,
  type FieldError,
  type Reply,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import * as commands from './commands.ts'
import { closingWords, type SayClosing } from './messages/words.ts'
import { GroundsPage } from './pages/grounds-page.tsx'
import { mayList } from './rules.ts'
import { groundsOf } from './store.ts'

const listForm = fields({ words: field.line({ most: 300 }) })
const endForm = fields({ number: field.number({ least: 1 }) })

export const closingRoutes: readonly Route[] = [
  route('meeting.grounds', { allowed: mayList, records: 'nothing' }, (visit) => groundsPage(visit)),

  route('meeting.list-ground', { allowed: mayList, records: ['meeting.ground-listed'] }, async (visit) => {
    const form = readForm(visit, listForm)
    if (!form.ok) return groundsPage(visit, form.errors)
    const listed = await commands.listGround(visit.database, visit.actor, form.value.words)
    if (listed.ok) return back(visit, 'listed')
    if (listed.refusal === 'listed-already')
      return groundsPage(visit, [{ field: 'words', text: say(visit)('refused.listed-already') }])
    return refused(say(visit)(`refused.${listed.refusal}`))
  }),

  route('meeting.end-ground', { allowed: mayList, records: ['meeting.ground-ended'] }, async (visit) => {
    const form = readForm(visit, endForm)
    if (!form.ok) return groundsPage(visit, form.errors)
    const ended = await commands.endGround(visit.database, visit.actor, form.value.number)
    return ended.ok ? back(visit, 'ended') : refused(say(visit)(`refused.${ended.refusal}`))
  }),
]

function say(visit: Visit): SayClosing {
  return closingWords.say(visit.lang)
}

async function groundsPage(visit: Visit, errors: readonly FieldError[] = []): Promise<Reply> {
  return page({
    title: say(visit)('list.title'),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <GroundsPage
        reader={visit}
        say={say(visit)}
        grounds={await groundsOf(visit.read)}
        errors={errors}
        typed={errors.length > 0 ? visit.form.typed : {}}
      />
    ),
  })
}

function back(visit: Visit, what: 'listed' | 'ended') {
  return redirectSaying(visit.to('meeting.grounds'), {
    text: say(visit)(`done.${what}`),
    next: say(visit)(`done.${what}-next`),
  })
}
