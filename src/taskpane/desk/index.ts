/** What the pane draws of the reviewer's desk: a script of its own, fetched when a received table is looked at. */
import type { DeskParts } from '../desk-types';
import { DeskTab, TabLabel } from './desk-tab';
import { ReviewWords, RowTicks, Said } from './finding-parts';
import { ScoreFields, ScoreState } from './score-parts';
import '../styles/desk.css';

export const PARTS: DeskParts = { RowTicks, ReviewWords, Said, TabLabel, DeskTab, ScoreFields, ScoreState };
