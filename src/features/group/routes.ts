import type { Route } from '../../runtime/route.ts';
import { addOns, saveAddOns } from './add-ons.ts';
import { agreement, agreementAccept, agreementForm, agreementRenew, goOn } from './agreement.ts';
import { audit } from './audit.ts';
import { away, awayNow, back, saveAway } from './away.ts';
import { exported, exportForm, exportGroup } from './export.ts';
import { guide } from './guide.ts';
import { help } from './help.ts';
import { meant } from './meant.ts';
import { settings, setup, setupSave } from './setup.ts';
import { saveSuccessor, successorForm, tellManagers } from './successor.ts';

/** The group: setup, members, its agreement, help. Slash commands are shown in this order. */
export const groupRoutes: readonly Route[] = [
  help,
  guide,
  agreement,
  setup,
  settings,
  meant,
  setupSave,
  audit,
  exportForm,
  exportGroup,
  exported,
  away,
  saveAway,
  back,
  awayNow,
  successorForm,
  saveSuccessor,
  agreementForm,
  agreementAccept,
  agreementRenew,
  addOns,
  saveAddOns,
  goOn,
  tellManagers,
];
