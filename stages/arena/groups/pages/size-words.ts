import { fewestShown } from '../../pages/call.tsx'
import type { SayGroups } from '../messages/words.ts'

/** How many take part; a few people are not told apart from fewer. */
export function sizeWords(say: SayGroups, size: number): string {
  return size > 0 && size < fewestShown ? say('size-few') : say('size', { count: size })
}
