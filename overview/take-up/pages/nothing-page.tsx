import type { Reader } from '../../../platform/http/index.ts'
import type { ShownOpinion } from '../../../stages/opinion/index.ts'
import type { Problem } from '../../../stages/problem/index.ts'
import { ButtonLink, Empty, Head, Said } from '../../../ui/index.ts'
import type { SayTakeUp } from '../messages/words.ts'

export type NothingPageProps = {
  readonly reader: Reader
  readonly say: SayTakeUp
  readonly problem: Problem
  /** Undefined where nobody votes on statements. */
  readonly shown: ShownOpinion | undefined
}

/** Nobody votes here, or this reader may not read yet what people think; and what to do about it. */
export function NothingPage({ reader, say, problem, shown }: NothingPageProps) {
  const vote = <ButtonLink href={reader.to('opinion.statements', { problem: problem.slug })}>{say('vote')}</ButtonLink>
  return (
    <div class="fm-stack fm-stack--8">
      <Head eyebrow={<Said lang={problem.language}>{problem.question}</Said>} title={say('title')} />
      {shown ? (
        <Empty level={2} title={say('hidden')} action={shown.shows === 'vote-more' ? vote : undefined}>
          {shown.shows === 'vote-more'
            ? say('vote-more', { voted: shown.voted, least: shown.votesNeeded })
            : say('when-closed', { deadline: reader.time.deadline(shown.consultation.closesAt) })}
        </Empty>
      ) : (
        <Empty level={2} title={say('none')} action={problem.source === null ? vote : undefined}>
          {say('none-next')}
        </Empty>
      )}
    </div>
  )
}
