import { holds } from '@folkmoot/basics/actor.ts'
import { decidingBodies, elections, majorities, parties, todayIn } from '../../../platform/directory/index.ts'
import { page, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { mandateWords } from '../messages/words.ts'
import { RulesPage } from './pages/rules-page.tsx'
import { groupsAYear } from './store.ts'

export async function rulesPage(visit: Visit, errors: readonly FieldError[] = []): Promise<Reply> {
  const [known, all, said, elected, most] = await Promise.all([
    decidingBodies(visit.read),
    parties(visit.read),
    majorities(visit.read),
    elections(visit.read),
    groupsAYear(visit.read),
  ])
  const say = mandateWords.say(visit.lang)
  return page({
    title: say('rules.title'),
    crumbs: [
      { text: visit.jurisdiction.name, href: visit.to('home') },
      { text: say('mandates.title'), href: visit.to('mandates') },
    ],
    status: errors.length > 0 ? 422 : 200,
    body: (
      <RulesPage
        reader={visit}
        {...{ say, errors, said, elected, most }}
        today={todayIn(visit.jurisdiction, visit.now)}
        typed={visit.form.typed}
        bodies={known}
        parties={all}
        mayChange={!visit.jurisdiction.isTold && holds(visit.actor, 'administrator', 'clerk')}
      />
    ),
  })
}
