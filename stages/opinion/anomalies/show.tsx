import { emptyTally } from '@folkmoot/tally/tally.ts'
import { notFound, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { Said } from '../../../ui/index.ts'
import { formPage } from '../show.tsx'
import * as opinion from '../store.ts'
import { withoutHidden } from '../statement-store.ts'
import { isOpen } from '../rules.ts'
import { viewOf } from '../view.ts'
import { compare } from './compare.ts'
import { anomalyWords } from './messages/words.ts'
import { AnomaliesPage, type Compared } from './pages/anomalies-page.tsx'
import { mayVoid } from './rules.ts'
import { anomaliesIn, talliesOfFound } from './store.ts'

type Here = Visit<'opinion.anomalies'> | Visit<'opinion.ask-voiding'> | Visit<'opinion.decide-voiding'>

/** 0 when it is no number: no anomaly has it. */
export function numberIn({ params }: Pick<Here, 'params'>): number {
  const number = 'number' in params ? params.number : ''
  return /^\d{1,9}$/.test(number) ? Number(number) : 0
}

export async function anomaliesPage(visit: Here, errors: readonly FieldError[] = []): Promise<Reply> {
  const view = await viewOf(visit)
  if (!view?.consultation || view.consultation.isHearing || view.consultation.source !== null) return notFound()
  const { problem, consultation } = view
  const say = anomalyWords.say(visit.lang)
  const found = await anomaliesIn(visit.read, consultation.id)
  // While people vote nobody sees what leaving them out would change: whoever sets votes aside must not know whom it helps.
  const compared = consultation.closedAt !== null && found.length > 0 ? await comparedIn(visit, consultation) : []
  return formPage(visit, {
    problem,
    title: say('title'),
    errors,
    body: (
      <AnomaliesPage
        reader={visit}
        {...{ say, found, compared, errors }}
        slug={problem.slug}
        question={<Said lang={problem.language}>{problem.question}</Said>}
        isSteward={mayVoid.allows(visit.actor) && isOpen(consultation, visit.now)}
        asked={numberIn(visit)}
        typed={visit.form.typed}
      />
    ),
  })
}

async function comparedIn({ read }: Here, { id }: opinion.Consultation): Promise<readonly Compared[]> {
  const [statements, all, found] = await Promise.all([
    opinion.statementsIn(read, id),
    opinion.tallies(read, id),
    talliesOfFound(read, id),
  ])
  return (await withoutHidden(read, statements)).map((statement) => ({
    statement,
    ...compare(all.get(statement.id) ?? emptyTally, found.get(statement.id) ?? emptyTally),
  }))
}
