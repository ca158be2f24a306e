import type { Reader } from '../../../../platform/http/index.ts'
import { MergePage, type Errors, type Typed } from '../../../../ui/index.ts'
import type { NearProblem } from '../../stems/near.ts'
import type { Problem } from '../../store.ts'
import type { SayMerge } from '../messages/words.ts'
import { daysToUndo } from '../rules.ts'

export type OrderPageProps = {
  readonly reader: Reader
  readonly say: SayMerge
  readonly problem: Problem
  readonly typed: Typed
  readonly errors: Errors
}

export type MergeProblemPageProps = OrderPageProps & { readonly near: readonly NearProblem[] }

/** Where a problem is let go on in another one: the near ones to choose from, or any other by its address. */
export function MergeProblemPage({ reader, say, problem, typed, errors, near }: MergeProblemPageProps) {
  return (
    <MergePage
      errorTitle={reader.common('error-title')}
      eyebrow={problem.question}
      title={say('merge.title')}
      lead={say('merge.lead')}
      action={reader.to('problem.merge', { problem: problem.slug })}
      near={near.map(({ problem: one, words }) => ({
        value: one.slug,
        label: <span lang={one.language}>{one.question}</span>,
        help: words.join(', '),
      }))}
      nearWords={{ label: say('merge.near'), other: say('merge.other') }}
      into={{ label: say('merge.address'), help: say('merge.address-help'), maxLength: 300 }}
      reason={{ label: say('merge.reason'), help: say('merge.reason-help') }}
      send={say('merge.send')}
      next={{ title: say('merge.next'), text: say('merge.next-text', { days: daysToUndo }) }}
      {...{ errors, typed }}
    />
  )
}
