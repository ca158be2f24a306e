import {
  field,
  fields,
  readForm,
  redirectSaying,
  refused,
  route,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import { numberOf } from '../crumbs.ts'
import { minutesPage } from '../minutes/show.tsx'
import { mayRun } from '../rules.ts'
import * as commands from './commands.ts'
import { tasksWords, type SayTasks } from './messages/words.ts'
import * as rules from './rules.ts'

const taskForm = fields({
  item: field.number({ least: 1 }),
  what: field.line({ most: 500 }),
  owner: field.text({ most: 36 }),
  dueOn: field.date(),
})
const finishForm = fields({ words: field.optionalText({ most: 1000 }) })

export const tasksRoutes: readonly Route[] = [
  route('meeting.agree-on-task', { allowed: mayRun, records: ['meeting.task-agreed'] }, async (visit) => {
    const form = readForm(visit, taskForm)
    if (!form.ok) return minutesPage(visit, form.errors)
    const number = numberOf(visit.params.number)
    const agreed = await commands.agreeOnTask(visit.database, visit.actor, {
      slug: visit.params.problem,
      number,
      ...form.value,
    })
    if (agreed.ok)
      return redirectSaying(`${visit.to('meeting.minutes', visit.params)}?item=${form.value.item}`, {
        text: say(visit)('done.agreed'),
        next: say(visit)('done.agreed-next'),
      })
    if (agreed.refusal === 'nobody-to-do-it')
      return minutesPage(visit, [{ field: 'owner', text: say(visit)('refused.nobody-to-do-it') }])
    if (agreed.refusal === 'due-before-meeting')
      return minutesPage(visit, [{ field: 'dueOn', text: say(visit)('refused.due-before-meeting') }])
    return refused(say(visit)(`refused.${agreed.refusal}`))
  }),

  route('meeting.finish-task', { allowed: rules.mayFinish, records: ['meeting.task-done'] }, async (visit) => {
    const form = readForm(visit, finishForm)
    if (!form.ok) return refused(form.errors.map(({ text }) => text).join(' '))
    const slug = visit.params.problem
    const finished = await commands.finishTask(visit.database, visit.actor, {
      slug,
      number: numberOf(visit.params.number),
      ...form.value,
    })
    if (!finished.ok) return refused(say(visit)(`refused.${finished.refusal}`))
    return redirectSaying(visit.to('meeting.page', { problem: slug, number: finished.value.meeting }), {
      text: say(visit)('done.finished'),
      next: say(visit)('done.finished-next'),
    })
  }),
]

function say(visit: Visit): SayTasks {
  return tasksWords.say(visit.lang)
}
