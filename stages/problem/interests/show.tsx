import { file, notFound, page, refused, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { accountById } from '../../../platform/identity/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import { problemCrumbs } from '../crumbs.ts'
import { problemBySlug, problemsById } from '../store.ts'
import { registerCsv, registerJson, type RegisterCaseInterest } from './exchange/register-data.ts'
import { typedFrom } from './form.ts'
import { interestWords } from './messages/words.ts'
import { DeclarationPage } from './pages/declaration-page.tsx'
import { DeclarePage } from './pages/declare-page.tsx'
import { CaseInterestPage } from './pages/case-interest-page.tsx'
import { RegisterPage } from './pages/register-page.tsx'
import * as rules from './rules.ts'
import * as store from './store.ts'

export function say(visit: Visit) {
  return interestWords.say(visit.lang)
}

function registerCrumb(visit: Visit) {
  return { text: say(visit)('register.title'), href: visit.to('problem.interests') }
}

const mostDeclarations = 50

export async function registerPage(visit: Visit<'problem.interests'>): Promise<Reply> {
  const { read, actor } = visit
  const after = visit.query.get('after') ?? ''
  const [found, hiddenCount, mine] = await Promise.all([
    // One more than is shown: whether there are more.
    store.declarationsAfter(read, { after, limit: mostDeclarations + 1 }),
    store.hiddenDeclarations(read),
    actor.account === null ? undefined : store.declarationOf(read, actor.account),
  ])
  const declarations = found.slice(0, mostDeclarations)
  return page({
    title: say(visit)('register.title'),
    isWide: true,
    body: (
      <RegisterPage
        reader={visit}
        say={say(visit)}
        {...{ declarations, hiddenCount, mine }}
        caseInterestCount={await store.caseInterestCounts(
          read,
          declarations.map(({ id }) => id),
        )}
        isFirst={after === ''}
        more={found.length > mostDeclarations ? (declarations.at(-1)?.slug ?? null) : null}
        mayDeclare={rules.mayDeclare.allows(actor)}
      />
    ),
  })
}

export async function declarationPage(
  visit: Visit<'problem.declaration'> | Visit<'problem.withdraw-declaration'>,
  slug: string,
  errors: readonly FieldError[] = [],
): Promise<Reply> {
  const declaration = await store.declarationAt(visit.read, slug)
  if (!declaration) return notFound()
  const [versions, hidden, caseInterests] = await Promise.all([
    store.versionsOf(visit.read, declaration.id),
    hiddenAmong(visit.read, [declaration.id]),
    namedCaseInterests(visit, await store.caseInterests(visit.read, { declaration: declaration.id })),
  ])
  const stone = hidden.get(declaration.id)
  return page({
    title: stone ? say(visit)('register.title') : declaration.organisation,
    crumbs: [registerCrumb(visit)],
    status: errors.length > 0 ? 422 : 200,
    body: (
      <DeclarationPage
        reader={visit}
        say={say(visit)}
        {...{ declaration, versions, stone, errors }}
        caseInterests={caseInterests.map((one) => ({ ...one, href: visit.to('problem.page', { problem: one.slug }) }))}
        isMine={declaration.account === visit.actor.account}
        typed={visit.form.typed}
      />
    ),
  })
}

/** The case whose seats she was asking for when the register was to be filled in first. */
export async function seatIn({ read, query, form }: Pick<Visit, 'read' | 'query' | 'form'>) {
  const slug = form.typed['seat']?.[0] ?? query.get('seat')
  return slug ? problemBySlug(read, slug) : undefined
}

export async function declarePage(
  visit: Visit<'problem.declaring'> | Visit<'problem.declare'>,
  errors: readonly FieldError[] = [],
): Promise<Reply> {
  const own = await ownOf(visit)
  if (!own) return refused(say(visit)('refused.only-organisations'), 403)
  const { organisation, declaration } = own
  return page({
    title: say(visit)('declare.title'),
    crumbs: [registerCrumb(visit)],
    status: errors.length > 0 ? 422 : 200,
    body: (
      <DeclarePage
        reader={visit}
        say={say(visit)}
        organisation={organisation}
        isFirst={declaration === undefined}
        seatIn={await seatIn(visit)}
        typed={errors.length > 0 || !declaration ? visit.form.typed : typedFrom(declaration)}
        errors={errors}
      />
    ),
  })
}

export async function caseInterestPage(
  visit: Visit<'problem.declaring-interest'> | Visit<'problem.declare-interest'>,
  errors: readonly FieldError[] = [],
): Promise<Reply> {
  const [problem, own] = await Promise.all([problemBySlug(visit.read, visit.params.problem), ownOf(visit)])
  if (!problem) return notFound()
  if (!own) return refused(say(visit)('refused.only-organisations'), 403)
  const state = { isDeclared: own.declaration?.withdrawnAt === null, isTold: problem.source !== null }
  const allowed = rules.declareCaseInterest(state, visit.actor)
  if (!allowed.ok) return refused(say(visit)(`refused.${allowed.refusal}`))
  const before = own.declaration
    ? (await store.caseInterests(visit.read, { problem: problem.id, declaration: own.declaration.id }))[0]
    : undefined
  return page({
    title: say(visit)('in-case.title'),
    crumbs: problemCrumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <CaseInterestPage
        reader={visit}
        say={say(visit)}
        problem={problem}
        organisation={own.organisation}
        isDeclared={before?.isWithdrawn === false}
        typed={errors.length > 0 || !before ? visit.form.typed : { wants: before.wants, stake: before.stake }}
        errors={errors}
      />
    ),
  })
}

export async function registerFile(visit: Visit, form: 'json' | 'csv'): Promise<Reply> {
  const declarations = (await store.declarations(visit.read)).filter(({ isHidden }) => !isHidden)
  const caseInterests = await namedCaseInterests(visit, await store.caseInterests(visit.read))
  if (form === 'json') {
    const body = registerJson({ place: visit.jurisdiction.name, declarations, caseInterests })
    return file({ mediaType: 'application/json; charset=utf-8', body })
  }
  const head = (
    [
      'organisation',
      'form',
      'speaks-for',
      'how-many',
      'paid-by',
      'interests',
      'wants',
      'resources',
      'spokesperson',
    ] as const
  ).map((column) => say(visit)(`column.${column}`))
  const rest = (['declared', 'state', 'case', 'wants', 'stake'] as const).map((column) =>
    say(visit)(`column.${column}`),
  )
  return file({
    mediaType: 'text/csv; charset=utf-8',
    downloadAs: `${visit.jurisdiction.slug}-interests.csv`,
    body: registerCsv({ declarations, caseInterests }, [...head, ...rest]),
  })
}

/** CaseInterests with the name of the case, hidden ones by what stands for them. */
async function namedCaseInterests(
  visit: Visit,
  caseInterests: readonly store.CaseInterest[],
): Promise<readonly RegisterCaseInterest[]> {
  const problems = await problemsById(
    visit.read,
    caseInterests.map(({ problem }) => problem),
  )
  return caseInterests.flatMap((caseInterest) => {
    const problem = problems.find(({ id }) => id === caseInterest.problem)
    return problem ? [{ ...caseInterest, slug: problem.slug, question: problem.question }] : []
  })
}

/** The organisation the reader speaks for, and what it has declared. */
async function ownOf({ actor, read }: Visit) {
  if (actor.account === null) return undefined
  const organisation = (await accountById(read, actor.account))?.organisation
  if (!organisation) return undefined
  return { organisation, declaration: await store.declarationOf(read, actor.account) }
}
