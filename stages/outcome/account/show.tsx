import type { Id } from '@folkmoot/basics/ids.ts'
import { politiciansById } from '../../../platform/directory/index.ts'
import { notFound, page, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { bylines } from '../../../platform/identity/index.ts'
import { packageOf } from '../../decision/index.ts'
import { problemBySlug } from '../../problem/index.ts'
import { outcomeCrumbs } from '../crumbs.ts'
import { outcomeWords } from '../messages/words.ts'
import { majorOf } from '../money.ts'
import { mayPrepareHere } from '../rules.ts'
import { AccountPage } from './pages/account-page.tsx'
import { WritePage } from './pages/write-page.tsx'
import * as rules from './rules.ts'
import * as store from './store.ts'

type AtProblem = Visit & { readonly params: { readonly problem: string } }

/** The accounts of a case with who signed and who wrote them. */
export async function accountsShown({ read }: Pick<Visit, 'read'>, problem: Id<'problem'>) {
  const accounts = await store.accountsOf(read, problem)
  const [people, authors] = await Promise.all([
    politiciansById(
      read,
      accounts.flatMap((account) => account.signedPerson ?? []),
    ),
    bylines(
      read,
      accounts.map((account) => account.preparedBy),
    ),
  ])
  return { accounts, people, authors }
}

export function maySignNow(
  { actor, jurisdiction }: Pick<Visit, 'actor' | 'jurisdiction'>,
  { body, latest }: { readonly body: Id<'body'> | null; readonly latest: store.ValueAccount | undefined },
): boolean {
  const account = latest && { isSigned: latest.signedAt !== null }
  return !jurisdiction.isTold && rules.signAccount({ body, account }, actor).ok
}

/** Every version, for everybody: the one that counts, what waits to be signed, and those before. */
export async function accountPage(visit: AtProblem): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const [shown, pack] = await Promise.all([accountsShown(visit, problem.id), packageOf(visit.read, problem.id)])
  const body = pack?.body ?? null
  const say = outcomeWords.say(visit.lang)
  return page({
    title: `${say('account.title')}: ${problem.question}`,
    crumbs: outcomeCrumbs(visit, problem),
    body: (
      <AccountPage
        reader={visit}
        {...{ say, problem, ...shown }}
        may={{
          prepare: !visit.jurisdiction.isTold && mayPrepareHere(body, visit.actor),
          sign: maySignNow(visit, { body, latest: shown.accounts[0] }),
        }}
      />
    ),
  })
}

export async function writePage(visit: AtProblem, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const say = outcomeWords.say(visit.lang)
  const [latest] = await store.accountsOf(visit.read, problem.id)
  const cost =
    latest && latest.costMinor !== null && latest.costCurrency
      ? String(majorOf(latest.costMinor, latest.costCurrency))
      : ''
  return page({
    title: say('write.title'),
    crumbs: outcomeCrumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <WritePage
        reader={visit}
        typed={visit.form.typed}
        action={visit.to('outcome.write-account', { problem: problem.slug })}
        {...{ say, errors, latest, cost }}
      />
    ),
  })
}
