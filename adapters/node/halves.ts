import type { Store } from '../../src/index.ts';
import { generationsOf } from '../lowdb/file-names.ts';
import type { Files } from '../lowdb/files.ts';
import { DataRefusal } from '../lowdb/refusal.ts';

/** Which of the two parts of a data folder are there: what is stored, and the people it names, in a folder of their own. */
export interface Halves {
  /** Throws a `DataRefusal` when people are there and nothing else: a start would make an empty store beside them. */
  checkPeople(): void;
  /** Throws a `DataRefusal` when something is stored of communities, and the people are missing. */
  checkStored(store: Pick<Store, 'scopes'>): Promise<void>;
}

/** Looks before anything is opened. A first start that broke off has an empty store and no people, which is fine. */
export async function halvesOf(files: Pick<Files, 'names'>, folder: string, people: string): Promise<Halves> {
  const holds = async (of: string, name: string): Promise<boolean> => {
    const { journals, snapshots } = generationsOf(name, await files.names(of).catch(nothingThere));
    return journals.length + snapshots.length > 0;
  };
  const hasPeople = await holds(people, 'vault');
  const hasStore = await holds(folder, 'store');
  return {
    checkPeople() {
      if (hasPeople && !hasStore) throw halved(folder, `${folder} holds the people (${people}) and nothing else`);
    },
    async checkStored(store) {
      if (!hasPeople && (await store.scopes()).some((scope) => scope.includes('.')))
        throw halved(folder, `${folder} holds what was stored, and the people it names are missing (${people})`);
    },
  };
}

const halved = (folder: string, what: string): DataRefusal =>
  new DataRefusal(
    'corrupt',
    `${what}. Without them nobody's drafts, records and questions can be theirs again. Nothing was changed. Restore the whole of ${folder} from a backup, or move it away to begin anew.`,
  );

function nothingThere(error: NodeJS.ErrnoException): readonly string[] {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
  throw error;
}
