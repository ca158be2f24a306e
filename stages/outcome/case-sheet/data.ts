import type { Id } from '@folkmoot/basics/ids.ts'
import type { Visit } from '../../../platform/http/index.ts'
import type { Mandate } from '../../mandate/index.ts'
import { readingOf } from '../rules.ts'
import type { CaseSheetProps } from './pages/case-sheet-props.ts'

export type SheetDataParts = Pick<
  CaseSheetProps,
  'problem' | 'items' | 'commitments' | 'pledges' | 'indicators' | 'account' | 'rounds' | 'computed' | 'people'
> & { readonly mandate: Mandate | undefined }

/**
 * The case sheet as data. Days are YYYY-MM-DD, times UTC; null is unknown. Politicians stand with their name, because they act in it;
 * nobody else does. Of the surveys it holds what was published and nothing else.
 */
export function sheetData(visit: Pick<Visit, 'now' | 'origin' | 'to'>, parts: SheetDataParts) {
  const { problem, mandate, items, commitments, pledges, indicators, account, rounds, computed, people } = parts
  const nameOf = (person: Id<'person'> | null | undefined): string | null =>
    (person && people.get(person)?.name) ?? null
  const slug = { problem: problem.slug }
  return {
    format: 'folkmoot-case-sheet/1',
    asOf: visit.now.toString(),
    page: `${visit.origin}${visit.to('outcome.sheet', slug)}`,
    problem: {
      question: problem.question,
      whatHappens: problem.whatHappens,
      whoIsAffected: problem.whoIsAffected,
      language: problem.language,
      raisedAt: problem.source === null ? problem.raisedAt.toString() : null,
      source: problem.source,
    },
    mandate:
      mandate === undefined ? null : { question: mandate.question, version: mandate.version, promise: mandate.promise },
    recommendations: items.map(({ number, title, answer }) => ({
      number,
      title,
      answer: answer?.kind ?? null,
      // Only what the body carried by a vote is its answer.
      isCarried: answer ? answer.source !== null || answer.cover === 'carried' : null,
      reason: answer?.reason ?? null,
      by: nameOf(answer?.person),
    })),
    promises: commitments.map(({ number, title, owner, office, budgetLine, needsNoBudget, standing, milestones }) => ({
      number,
      title,
      owner: nameOf(owner),
      office,
      budgetLine,
      needsNoBudget,
      standing,
      milestones: milestones.map(({ what, dueOn, reachedOn }) => ({
        what,
        dueOn: dueOn.toString(),
        reachedOn: reachedOn?.toString() ?? null,
      })),
    })),
    pledges: {
      promised: pledges.filter(({ state }) => state === 'promised').length,
      kept: pledges.filter(({ state }) => state === 'kept').length,
      notKept: pledges.filter(({ state }) => state === 'not-kept').length,
    },
    indicators: indicators.map((one) => ({
      number: one.number,
      name: one.name,
      unit: one.unit,
      baseline:
        one.baselineValue === null
          ? null
          : { value: one.baselineValue, on: one.baselineOn?.toString() ?? null, source: one.baselineSource },
      target: one.targetValue === null ? null : { value: one.targetValue, by: one.targetBy?.toString() ?? null },
      measurements: one.measurements.map(({ number, value, on, source, range }) => ({
        number,
        value,
        on: on.toString(),
        source,
        range,
      })),
      corrected: one.corrected.map(({ number, value, on, reason }) => ({ number, value, on: on.toString(), reason })),
      reading: readingOf(one.baselineValue, one.targetValue, one.measurements.at(-1)?.value),
      source: one.source,
    })),
    account: account
      ? {
          version: account.version,
          intendedFor: account.intendedFor,
          whatCame: account.whatCame,
          costMinor: account.costMinor,
          costCurrency: account.costCurrency,
          costWords: account.costWords,
          authorityUsed: account.authorityUsed,
          whoBenefits: account.whoBenefits ?? null,
          whoPays: account.whoPays ?? null,
          sideEffects: account.sideEffects,
          fairness: account.fairness,
          signedBy: nameOf(account.signedPerson),
          signedAt: account.signedAt?.toString() ?? null,
          source: account.source,
        }
      : null,
    surveys: rounds.flatMap(({ moment, published }) => (published ? [{ moment, ...published }] : [])),
    legitimacies: computed
      ? {
          version: computed.version,
          method: computed.method,
          inputSha256: computed.inputHash,
          computedAt: computed.computedAt.toString(),
          figures: computed.figures,
        }
      : null,
  }
}
