import { prepareAsLastTime } from './prepare.ts';

/** Imported before all else, for its effect: the largest parts are on their way while the window's own code still starts. */
prepareAsLastTime();
