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
  const href = reader.to('opinion.statements', { problem: problem.slug })
  const vote = <ButtonLink href={href}>{say('vote')}</ButtonLink>
  const read = <ButtonLink href={href}>{say('read')}</ButtonLink>
  return (
    <div class="fm-stack fm-stack--8">
      <Head eyebrow={<Said lang={problem.language}>{problem.question}</Said>} title={say('title')} />
      {shown ? (
        <Empty level={2} title={say('hidden')} action={shown.mayVote && shown.shows === 'vote-more' ? vote : read}>
          {whyHidden({ reader, say, shown })}
        </Empty>
      ) : (
        <Empty level={2} title={say('none')} action={problem.source === null ? vote : undefined}>
          {say('none-next')}
        </Empty>
      )}
    </div>
  )
}

type Hidden = Pick<NothingPageProps, 'reader' | 'say'> & { readonly shown: ShownOpinion }

function whyHidden({ reader, say, shown }: Hidden): string {
  const deadline = reader.time.deadline(shown.consultation.closesAt)
  if (shown.shows !== 'vote-more') return say('when-closed', { deadline })
  return shown.mayVote
    ? say('vote-more', { voted: shown.voted, least: shown.votesNeeded })
    : say('vote-more-others', { least: shown.votesNeeded, deadline })
}
