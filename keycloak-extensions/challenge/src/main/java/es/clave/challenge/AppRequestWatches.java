package es.clave.challenge;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.infinispan.Cache;
import org.infinispan.notifications.Listener;
import org.infinispan.notifications.cachelistener.annotation.CacheEntryModified;
import org.infinispan.notifications.cachelistener.event.CacheEntryModifiedEvent;

/**
 * Who waits on this node for which request. One listener of the whole cluster's changes serves them all: a change is told
 * on every node, whichever made it.
 */
final class AppRequestWatches {

    private final Map<String, Set<Watching>> watching = new ConcurrentHashMap<>();

    /** Listens to a cache, once and for all. */
    static AppRequestWatches on(Cache<String, String> cache) {
        AppRequestWatches watches = new AppRequestWatches();
        cache.addListener(new Changes(watches));
        return watches;
    }

    AppRequests.Watch add(String requestId, Consumer<AppRequest> listener) {
        Watching added = new Watching(requestId, listener);
        watching.compute(requestId, (id, all) -> {
            Set<Watching> with = Optional.ofNullable(all).orElseGet(ConcurrentHashMap::newKeySet);
            with.add(added);
            return with;
        });
        return added;
    }

    private void tell(String requestId, String text) {
        Set<Watching> those = watching.get(requestId);
        if (those != null) {
            AppRequest request = StoredRequest.read(text).request();
            those.forEach(one -> one.listener.accept(request));
        }
    }

    /** Not a record: two who wait for the same are two. */
    private final class Watching implements AppRequests.Watch {

        private final String requestId;
        private final Consumer<AppRequest> listener;

        Watching(String requestId, Consumer<AppRequest> listener) {
            this.requestId = requestId;
            this.listener = listener;
        }

        @Override
        public void close() {
            watching.computeIfPresent(requestId, (id, all) -> {
                all.remove(this);
                return all.isEmpty() ? null : all;
            });
        }
    }

    /** What Infinispan calls, on a thread of its own. */
    @Listener(clustered = true, sync = false)
    public static final class Changes {

        private final AppRequestWatches watches;

        Changes(AppRequestWatches watches) {
            this.watches = watches;
        }

        /** Tells those who wait on this node. */
        @CacheEntryModified
        public void modified(CacheEntryModifiedEvent<String, String> event) {
            if (!event.isPre() && event.getKey().startsWith(AppRequestStore.REQUEST)) {
                watches.tell(event.getKey().substring(AppRequestStore.REQUEST.length()), event.getNewValue());
            }
        }
    }
}
