import { csvOf } from '@folkmoot/basics/csv.ts'
import type { Declaration, CaseInterest } from '../store.ts'

export type RegisterCaseInterest = CaseInterest & { readonly slug: string; readonly question: string }
export type Register = {
  readonly place: string
  readonly declarations: readonly Declaration[]
  readonly caseInterests: readonly RegisterCaseInterest[]
}

/** The register for machines: what is declared, and by whom no more than the one person who agreed to be named. */
export function registerJson({ place, declarations, caseInterests }: Register): string {
  const organisations = declarations.map((one) => ({
    slug: one.slug,
    organisation: one.organisation,
    legalForm: one.legalForm,
    speaksFor: one.speaksFor,
    howMany: one.howMany,
    paidBy: one.paidBy,
    interests: one.interests,
    interestWords: one.interestWords,
    resources: one.resources,
    resourceWords: one.resourceWords,
    spokesperson: one.spokesperson,
    version: one.version,
    declaredAt: one.declaredAt.toString(),
    writtenAt: one.writtenAt.toString(),
    withdrawnAt: one.withdrawnAt?.toString() ?? null,
    cases: caseInterestsOf(one, caseInterests).map(
      ({ slug, question, wants, stake, version, isWithdrawn, writtenAt }) => ({
        problem: slug,
        question,
        wants,
        stake,
        version,
        isWithdrawn,
        writtenAt: writtenAt.toString(),
      }),
    ),
  }))
  return `${JSON.stringify({ place, organisations }, null, 2)}\n`
}

/** One line for each case of each organisation; one for an organisation that has declared none. */
export function registerCsv({ declarations, caseInterests }: Omit<Register, 'place'>, head: readonly string[]): string {
  const lines = declarations.flatMap((one) => {
    const own = [
      one.organisation,
      one.legalForm,
      one.speaksFor,
      one.howMany === null ? '' : String(one.howMany),
      one.paidBy,
      one.interests.join(' '),
      one.interestWords,
      one.resources.join(' '),
      one.spokesperson,
      one.declaredAt.toString(),
      one.withdrawnAt === null ? 'declared' : 'withdrawn',
    ]
    const its = caseInterestsOf(one, caseInterests)
    return its.length === 0
      ? [[...own, '', '', '']]
      : its.map(({ question, wants, stake }) => [...own, question, wants, stake])
  })
  return csvOf([head, ...lines])
}

function caseInterestsOf(
  { id }: Declaration,
  caseInterests: readonly RegisterCaseInterest[],
): readonly RegisterCaseInterest[] {
  return caseInterests.filter(({ declaration }) => declaration === id)
}
