"""The very page that would leave, as a picture to any size and as text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from intake.actions.referral.preview import PagePreview
from ui.accessibility import give_name
from ui.screens.referral.columns import RingedScroll
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.style.roles import Role, set_role

_STEP = 1.25  # one press of Larger
_SMALL_WIDTH = 300  # px
_SMALLEST, _LARGEST = 0.2, 4.0  # of the picture's own size


def image_of(preview: PagePreview) -> QImage:
    """The page as an image of its own."""
    width, height = preview.image_width, preview.image_height
    return QImage(preview.image_rgb, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


class SmallPage(QLabel):
    """The page in small, as a reminder of what is saved. Never stands alone, so it takes no keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview: PagePreview | None = None
        set_role(self, Role.PAGE_FRAME)

    def show_page(self, preview: PagePreview | None) -> None:
        """Show the page, or nothing."""
        self.setVisible(preview is not None)
        if preview is self._preview:
            return
        self._preview = preview
        if preview is None:
            self.clear()
            return
        ratio = self.devicePixelRatioF()
        width = round(_SMALL_WIDTH * ratio)
        pixmap = QPixmap.fromImage(image_of(preview).scaledToWidth(width, Qt.TransformationMode.SmoothTransformation))
        pixmap.setDevicePixelRatio(ratio)
        self.setPixmap(pixmap)
        self.setFixedSize(pixmap.deviceIndependentSize().toSize() + QSize(2, 2))


class PagePicture(RingedScroll):
    """The picture. Arrow keys, Page up, Page down, Home and End move it; it is never mirrored."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._zoom: float | None = None
        self._sheet = QWidget()
        self._label = QLabel(self._sheet)
        set_role(self._label, Role.PAGE_FRAME)
        self.setWidget(self._sheet)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def show_image(self, image: QImage) -> None:
        """Show another page at the same place and size."""
        self._image = image
        self._draw()

    def fit(self) -> None:
        """As wide as the room."""
        self._zoom = None
        self._draw()

    def zoom_by(self, factor: float) -> None:
        """Larger or smaller, from what is seen now."""
        self._zoom = min(max(self._scale() * factor, _SMALLEST), _LARGEST)
        self._draw()

    def picture_size(self) -> QSize:
        """The size in which the page is drawn now, in px."""
        return self._label.size()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep fitting."""
        super().resizeEvent(event)
        if self._zoom is None:
            self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Home and End go to the top and the bottom of the page."""
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def _scale(self) -> float:
        if self._zoom is not None:
            return self._zoom
        return max(self.viewport().width() - 2, 1) / max(self._image.width(), 1)

    def _draw(self) -> None:
        if self._image.isNull():
            self._label.clear()
            self._sheet.resize(0, 0)
            return
        ratio = self.devicePixelRatioF()
        size = self._image.size() * self._scale()
        smooth, keep = Qt.TransformationMode.SmoothTransformation, Qt.AspectRatioMode.IgnoreAspectRatio
        pixmap = QPixmap.fromImage(self._image.scaled(size * ratio, keep, smooth))
        pixmap.setDevicePixelRatio(ratio)
        self._label.setPixmap(pixmap)
        self._label.resize(size + QSize(2, 2))
        self._sheet.resize(self._label.size())


class PageView(QWidget):
    """Picture or text, and the few buttons to look closer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._preview: PagePreview | None = None
        self.smaller = WrappingButton("", Role.QUIET)
        self.larger = WrappingButton("", Role.QUIET)
        self.fit = WrappingButton("", Role.QUIET)
        self.as_text = WrappingButton("", Role.QUIET, "page")
        self.as_text.setCheckable(True)
        self._tools = QWidget()
        tools = FlowLayout(self._tools, gap=4)
        for button in (self.as_text, self.fit, self.smaller, self.larger):
            tools.addWidget(button)
        self.picture = PagePicture()
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.picture)
        self._stack.addWidget(self.text)
        column.addWidget(self._tools)
        column.addWidget(self._stack, 1)
        self._connect()
        self._keep_tall()
        self.retranslate()

    def show_page(self, preview: PagePreview) -> None:
        """Show the page exactly as it was made."""
        if preview is self._preview:
            return
        self._preview = preview
        self.picture.show_image(image_of(preview))
        if self.text.toPlainText() != preview.text:
            self.text.setPlainText(preview.text)
        give_name(self.picture, self.tr("The page that would leave"), preview.text)

    def clear(self) -> None:
        """Forget the page."""
        self._preview = None
        self.picture.show_image(QImage())
        self.text.clear()
        give_name(self.picture, self.tr("The page that would leave"))

    def retranslate(self) -> None:
        """Set the words in the language of the screen."""
        self.smaller.setText(self.tr("Smaller"))
        self.larger.setText(self.tr("Larger"))
        self.fit.setText(self.tr("Fit the width"))
        self.as_text.setText(self.tr("Page as picture") if self.as_text.isChecked() else self.tr("Page as text"))
        give_name(self.text, self.tr("The page as text"))
        give_name(self.picture, self.tr("The page that would leave"), self.text.toPlainText())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Larger text takes a taller page with it."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_stack"):
            self._keep_tall()

    def _connect(self) -> None:
        self.smaller.clicked.connect(self._on_smaller)
        self.larger.clicked.connect(self._on_larger)
        self.fit.clicked.connect(self._on_fit)
        self.as_text.toggled.connect(self._on_as_text)

    def _keep_tall(self) -> None:
        self._stack.setMinimumHeight(max(self.fontMetrics().height() * 14, 360))

    @Slot()
    def _on_smaller(self) -> None:
        self.picture.zoom_by(1 / _STEP)

    @Slot()
    def _on_larger(self) -> None:
        self.picture.zoom_by(_STEP)

    @Slot()
    def _on_fit(self) -> None:
        self.picture.fit()

    @Slot(bool)
    def _on_as_text(self, is_text: bool) -> None:
        self._stack.setCurrentWidget(self.text if is_text else self.picture)
        for button in (self.smaller, self.larger, self.fit):
            button.setVisible(not is_text)
        self.retranslate()
