/** Words of notices nobody is sent any more: those that were sent are still read. */
export const toldEarlier = ['told.promise-lowered-before'] as const
