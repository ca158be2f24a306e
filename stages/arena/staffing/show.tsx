import { notFound, page, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { staff } from '../../../platform/identity/index.ts'
import { problemBySlug, problemCrumbs } from '../../problem/index.ts'
import { arenaWords } from '../messages/words.ts'
import { staffingWords } from './messages/words.ts'
import { RolesPage } from './pages/roles-page.tsx'
import { mayChange, staffRoles } from './rules.ts'
import { staffingOf } from './store.ts'

type OfCase = Visit & { readonly params: { readonly problem: string } }

export function say(visit: Visit) {
  return staffingWords.say(visit.lang)
}

export async function rolesPage(visit: OfCase, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem || problem.source !== null) return notFound()
  const serving = await staffingOf(visit.read, problem.id)
  const mayName = mayChange(problem.id, visit.actor).ok
  const employed = mayName ? await staff(visit.read) : []
  const isServing = (account: string, role: string): boolean =>
    serving.some((one) => one.account === account && one.role === role)
  return page({
    title: say(visit)('title'),
    crumbs: [
      ...problemCrumbs(visit, problem),
      { text: arenaWords.say(visit.lang)('page.title'), href: visit.to('arena.people', { problem: problem.slug }) },
    ],
    status: errors.length > 0 ? 422 : 200,
    body: (
      <RolesPage
        reader={visit}
        say={say(visit)}
        {...{ problem, serving, mayName, errors }}
        offered={staffRoles.flatMap((role) =>
          employed
            .filter((one) => one.role === role && !isServing(one.account, role))
            .map(({ account, name }) => ({ account, name, role })),
        )}
        typed={visit.form.typed}
      />
    ),
  })
}
