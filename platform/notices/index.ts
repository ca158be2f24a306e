/** The door of the notices: who follows what, and hears of it. */
export { follow, followedBy, followerCount, isFollowing, unfollow, type Followed, type Following } from './follow.ts'
export { markRead, noticesOf, unreadCount, type Notice } from './read.ts'
export { tell, tellJob, type Happening, type Telling } from './tell.ts'
