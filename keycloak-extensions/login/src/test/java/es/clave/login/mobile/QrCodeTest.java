package es.clave.login.mobile;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");

    @Test
    void thePathDrawsWhatAReaderReads() throws Exception {
        String link = "https://app.example/#scan=" + "a-Z_0".repeat(16);

        QrCode qr = QrCode.of(link);

        BitMatrix modules = new BitMatrix(qr.size());
        Matcher runs = RUN.matcher(qr.path());
        while (runs.find()) {
            assertThat(runs.group(4)).isEqualTo(runs.group(3));
            modules.setRegion(
                    Integer.parseInt(runs.group(1)),
                    Integer.parseInt(runs.group(2)),
                    Integer.parseInt(runs.group(3)),
                    1);
        }
        assertThat(RUN.matcher(qr.path()).replaceAll("")).isEmpty();
        assertThat(new Decoder().decode(modules).getText()).isEqualTo(link);
    }
}
