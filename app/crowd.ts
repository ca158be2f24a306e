import type { Context, Next } from 'hono'

/** Twenty connections to the database serve a page in some hundredths of a second: so many wait a second or two at most. */
export const mostUnderWay = 500

/**
 * No more requests are under way than can be answered while somebody waits: the next one is told so at once, and does not wait in a
 * line that grows for as long as the database is slow.
 */
export function openCrowd(most: number, turnAway: (context: Context) => Promise<Response>) {
  let underWay = 0
  return async (context: Context, next: Next): Promise<Response | undefined> => {
    if (underWay >= most) return turnAway(context)
    underWay += 1
    try {
      await next()
    } finally {
      underWay -= 1
    }
    return undefined
  }
}
